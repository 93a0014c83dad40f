import { beforeAll, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { cookieOf, testApp } from '../access/testing.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { securityEventRoutes } from './routes.ts';

let send: Awaited<ReturnType<typeof testApp>>;
let headers: { Cookie: string };

beforeAll(async () => {
  send = await testApp({ authenticated: [securityEventRoutes] });
  const ctx = await testCtx();
  headers = { Cookie: await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId }) };
  await createApiKey(ctx, { name: 'k' });
});

const get = (query: string) => send('GET', `/api/security-events${query}`, { headers });

test('lists the events that the query asks for', async () => {
  expect((await get('')).json.items).toMatchObject([{ kind: 'api_key_created' }]);
  expect((await get('?kind=log_in')).json).toEqual({ items: [], next_cursor: null });
  expect((await get('?from=2020-01-01T00:00:00Z&to=9999-12-31T23:59:59Z')).json.items).toHaveLength(
    1,
  );
  expect((await get('?to=0001-01-01T00:00:00Z')).json.items).toEqual([]);
});

test.each([
  ['kind', '?kind=coffee'],
  ['from', '?from=yesterday'],
  ['from', '?from=0000-01-01T00:00:00Z'],
  ['to', '?to=2026-13-01T00:00:00Z'],
  ['limit', '?limit=101'],
])('refuses a wrong %s: %s', async (path, query) => {
  const { status, json } = await get(query);
  expect([status, json.errors?.[0]?.path]).toEqual([422, path]);
});

test('refuses a cursor of another list', async () => {
  expect((await get('?cursor=nonsense')).json.code).toBe('cursor_invalid');
});

test('without a log-in is 401', async () => {
  expect((await send('GET', '/api/security-events')).status).toBe(401);
});
