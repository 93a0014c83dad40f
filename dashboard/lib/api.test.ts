import { expect, test, vi } from 'vitest';
import {
  type Api,
  ApiError,
  createApi,
  fieldMessage,
  isNowhere,
  messageOf,
  withQuery,
} from './api.ts';

const signedOut = vi.fn();

function apiThat(answer: () => Response | Promise<Response>): { api: Api; fetch: typeof fetch } {
  signedOut.mockClear();
  const send = vi.fn<typeof fetch>(async () => answer());
  return { api: createApi({ fetch: send, onSignedOut: signedOut }), fetch: send };
}

function problem(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

async function refusal(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

test('reads JSON with the cookie of the page', async () => {
  const { api, fetch } = apiThat(() => Response.json({ items: [1] }));
  expect(await api.get('/api/sites')).toEqual({ items: [1] });
  expect(fetch).toHaveBeenCalledWith(
    '/api/sites',
    expect.objectContaining({ method: 'GET', credentials: 'same-origin' }),
  );
});

test.each(['post', 'put', 'patch'] as const)('%s sends JSON', async (method) => {
  const { api, fetch } = apiThat(() => Response.json({}));
  await api[method]('/api/x', { a: 1 });
  const [, init] = vi.mocked(fetch).mock.lastCall ?? [];
  expect(init?.body).toBe('{"a":1}');
  expect(init?.headers).toMatchObject({ 'content-type': 'application/json' });
});

test('an answer without a body is null', async () => {
  const { api } = apiThat(() => new Response(null, { status: 204 }));
  expect(await api.delete('/api/x')).toBeNull();
});

test('a problem keeps its code, its words, its fields and its request id', async () => {
  const { api } = apiThat(() =>
    problem(422, {
      code: 'validation_failed',
      title: 'Some fields are not valid.',
      detail: 'Look at the e-mail.',
      errors: [{ path: 'email', message: 'Not an e-mail.' }],
      request_id: 'r1',
    }),
  );
  const error = await refusal(api.post('/api/customers', {}));
  expect(error).toMatchObject({ code: 'validation_failed', status: 422, requestId: 'r1' });
  expect(messageOf(error)).toBe('Look at the e-mail.');
  expect(fieldMessage(error, 'email')).toBe('Not an e-mail.');
  expect(fieldMessage(error, 'name')).toBeNull();
});

test('a message for an entry of a list belongs to the list', () => {
  const error = new ApiError('no', {
    code: 'validation_failed',
    status: 422,
    fields: [{ path: 'allowed_origins.1', message: 'Not an origin.' }],
  });
  expect(fieldMessage(error, 'allowed_origins')).toBe('Not an origin.');
});

test('a failure that is no problem document is still told', async () => {
  const { api } = apiThat(() => new Response('<html>', { status: 502 }));
  expect(messageOf(await refusal(api.get('/api/x')))).toBe('Something went wrong (502).');
});

test('no connection is told as such', async () => {
  const { api } = apiThat(() => Promise.reject(new TypeError('fetch failed')));
  expect(await refusal(api.get('/api/x'))).toMatchObject({ code: 'offline', status: 0 });
});

test('a broken answer is told as such', async () => {
  const { api } = apiThat(() => new Response('{"items":'));
  expect(await refusal(api.get('/api/x'))).toMatchObject({ code: 'unreadable' });
});

test('what was too much is said with when to try again', async () => {
  const said = { title: 'Too many failed log-ins.', detail: 'Try again in 15 minutes.' };
  const { api } = apiThat(() => problem(429, { code: 'login_locked', ...said }));
  const { message } = await refusal(api.post('/api/auth/login', {}));
  expect(message).toBe('Too many failed log-ins. Try again in 15 minutes.');
});

test('401 ends the session, but not while logging in', async () => {
  const { api } = apiThat(() => problem(401, { code: 'not_signed_in' }));
  await refusal(api.post('/api/auth/login', {}));
  expect(signedOut).not.toHaveBeenCalled();
  const { message } = await refusal(api.get('/api/customers'));
  expect(message).toBe('You were logged out. Log in again to go on.');
  expect(signedOut).toHaveBeenCalledTimes(1);
});

test('an aborted call throws the abort, not an error to show', async () => {
  const abort = new AbortController();
  abort.abort();
  const { api } = apiThat(() => Promise.reject(new DOMException('stop', 'AbortError')));
  const thrown = await api.get('/api/x', abort.signal).catch((error: unknown) => error);
  expect(thrown).not.toBeInstanceOf(ApiError);
});

test('empty parameters are left out of an address', () => {
  expect(withQuery('/a', { limit: 30, cursor: null, search: '' })).toBe('/a?limit=30');
  expect(withQuery('/a', { search: 'ø & b' })).toBe('/a?search=%C3%B8+%26+b');
  expect(withQuery('/a', {})).toBe('/a');
});

test('what is no ApiError is not quoted to people', () => {
  expect(messageOf(new TypeError('x is undefined'))).not.toContain('undefined');
});

test.each([
  [404, [], true],
  [422, [{ path: 'id', message: 'Invalid UUID' }], true],
  [422, [{ path: 'search', message: 'Too long' }], false],
  [503, [], false],
])('an answer of %i about %j leads nowhere: %s', (status, fields, nowhere) => {
  const error = new ApiError('Refused.', { code: 'x', status, fields });
  expect(isNowhere(error)).toBe(nowhere);
  expect(messageOf(error) === 'Refused.').toBe(!nowhere);
});
