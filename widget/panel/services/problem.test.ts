import { expect, test } from 'vitest';
import { isSessionLost, Problem, readProblem } from './problem.ts';

test('a problem document is read with its code, its fields and the time to wait', async () => {
  const errors = [{ path: 'email', message: 'no' }];
  const problem = await readProblem(
    Response.json(
      { code: 'rate_limited', detail: 'Slowly.', errors },
      { status: 429, headers: { 'Retry-After': '40' } },
    ),
  );
  expect(problem).toMatchObject({
    status: 429,
    code: 'rate_limited',
    message: 'Slowly.',
    retryAfter: 40,
    fields: errors,
  });
});

test('an answer that is no problem document is still a problem', async () => {
  const problem = await readProblem(new Response('<html>', { status: 502 }));
  expect(problem).toMatchObject({ status: 502, code: '', retryAfter: 0, fields: [] });
});

test.each(['visitor_token_expired', 'visitor_token_invalid', 'session_mismatch', 'not_found'])(
  '%s means that the session is lost',
  (code) => expect(isSessionLost(new Problem(401, { code }))).toBe(true),
);

test.each(['widget_key_invalid', 'origin_not_allowed', 'rate_limited', ''])(
  '"%s" does not',
  (code) => expect(isSessionLost(new Problem(403, { code }))).toBe(false),
);

test('a mistake of our own is not a lost session', () => {
  expect(isSessionLost(new Error('visitor_token_expired'))).toBe(false);
});
