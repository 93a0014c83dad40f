import { beforeAll, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { cookieOf, testApp } from '../access/testing.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { apiKeyRoutes } from './routes.ts';

let send: Awaited<ReturnType<typeof testApp>>;
let ctx: Ctx;
let cookie: string;

const call = (method: string, path: string, body?: unknown, headers: object = { Cookie: cookie }) =>
  send(method, path, { headers: { ...headers }, ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  send = await testApp({ authenticated: [apiKeyRoutes] });
  ctx = await testCtx();
  cookie = await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId });
});

test('a key is made, used, listed, rotated and revoked', async () => {
  const made = await call('POST', '/api/api-keys', { name: 'Bot', scopes: ['api_keys.write'] });
  expect(made.status).toBe(201);
  expect(made.json.key).toMatch(/^sk_/);
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
  const list = await call('GET', '/api/api-keys', undefined, bearer(made.json.key));
  expect(list.json.items[0]).toMatchObject({
    id: made.json.id,
    last_four: made.json.key.slice(-4),
  });
  expect(list.json.items[0].key).toBeUndefined();
  const rotated = await call('POST', `/api/api-keys/${made.json.id}/rotate`);
  expect(rotated.status).toBe(200);
  expect((await call('GET', '/api/api-keys', undefined, bearer(made.json.key))).status).toBe(401);
  expect((await call('GET', '/api/api-keys', undefined, bearer(rotated.json.key))).status).toBe(
    200,
  );
  expect((await call('DELETE', `/api/api-keys/${made.json.id}`)).status).toBe(204);
  expect((await call('GET', '/api/api-keys', undefined, bearer(rotated.json.key))).status).toBe(
    401,
  );
});

describe('refuses', () => {
  test.each([
    ['name', {}],
    ['name', { name: '' }],
    ['scopes.0', { name: 'x', scopes: ['everything'] }],
    ['scopes', { name: 'x', scopes: [] }],
    ['scopes', { name: 'x', scopes: 'sites.read' }],
    ['expires_at', { name: 'x', expires_at: '2020-01-01T00:00:00Z' }],
    ['expires_at', { name: 'x', expires_at: 'soon' }],
  ])('a wrong %s: %j', async (path, body) => {
    const { status, json } = await call('POST', '/api/api-keys', body);
    expect([status, json.errors[0].path]).toEqual([422, path]);
  });

  test('a key that is not there', async () => {
    expect((await call('DELETE', `/api/api-keys/${newId()}`)).json.code).toBe('not_found');
    expect((await call('POST', `/api/api-keys/${newId()}/rotate`)).json.code).toBe('not_found');
  });

  test('whoever is not signed in, may not, or comes from another website', async () => {
    const path = '/api/api-keys';
    expect((await call('GET', path, undefined, {})).status).toBe(401);
    const sales = await testCtx({ role: 'sales', companyId: ctx.companyId });
    const theirs = { Cookie: await cookieOf({ id: sales.actor.id, companyId: ctx.companyId }) };
    expect((await call('POST', path, { name: 'x' }, theirs)).json.code).toBe('forbidden');
    const foreign = { Cookie: cookie, Origin: 'https://evil.example' };
    expect((await call('POST', path, { name: 'x' }, foreign)).json.code).toBe('csrf_rejected');
  });
});
