import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError, ERRORS, toProblem } from './errors.ts';

test('docs/errors.md has a section for each code, with its status, and no other', () => {
  const text = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const sections = text.split(/^## /m).slice(1);
  const documented = sections.map((section) => {
    const [code = '', first = ''] = section.split(/\n+/);
    return [code, Number(/^\d{3}/.exec(first)?.[0])];
  });
  expect(documented).toEqual(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
});

test('an error that nobody foresaw tells nothing but the request id', () => {
  const problem = toProblem(new Error('select secret from users'), 'r1');
  expect(problem).toEqual({
    type: '/docs/errors#internal',
    title: ERRORS.internal.title,
    status: 500,
    code: 'internal',
    request_id: 'r1',
  });
});

test('a known error tells what to do and which fields are wrong', () => {
  const fields = [{ path: 'text', message: 'Too long.' }];
  const problem = toProblem(
    new AppError('validation_failed', { detail: 'Mend it.', fields }),
    'r2',
  );
  expect(problem).toMatchObject({ status: 422, detail: 'Mend it.', errors: fields });
});
