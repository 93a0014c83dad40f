import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { cookieOf, testApp } from '../access/testing.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import { rotateApiKey } from '../api-keys/rotate-api-key.ts';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import { hashPassword } from '../auth/password/password.ts';
import { authRoutes } from '../auth/routes.ts';
import type { Ctx } from '../context.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { siteRoutes } from '../sites/routes.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { recordDenials } from './record-denials.ts';

const { owner } = await fileDatabase();
vi.spyOn(console, 'log').mockImplementation(() => {});

/** As in the app: around the log-in and all that is authenticated. */
const denials = new OpenAPIHono<AppEnv>();
denials.use('/api/*', recordDenials);
const send = await testApp({
  open: [denials, authRoutes],
  authenticated: [siteRoutes, apiKeyRoutes],
  env: { API_CALLS_PER_KEY_MINUTE: '3' },
});

const NETWORK = '2001:db8:1:2::/64';
const FROM = { 'CF-Connecting-IP': '2001:db8:1:2:3:4:5:6' };
const EVIL = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
let ctx: Ctx;
let cookie: string;

beforeEach(async () => {
  ctx = await testCtx();
  cookie = await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId });
});

const events = async () => (await listSecurityEvents(ctx, { limit: 50 })).items;
const last = async () => (await events())[0];
const bearer = (key: string) => ({ Authorization: `Bearer ${key}`, ...FROM });

test('a role that may not: permission_denied, by whom and where', async () => {
  const sales = await testCtx({ role: 'sales', companyId: ctx.companyId });
  const theirs = await cookieOf({ id: sales.actor.id, companyId: ctx.companyId });
  const headers = { Cookie: theirs, ...FROM };
  const id = ctx.companyId;
  expect((await send('DELETE', `/api/sites/${id}`, { headers })).status).toBe(403);
  expect(await last()).toMatchObject({
    kind: 'permission_denied',
    actor: { type: 'user', id: sales.actor.id },
    network: NETWORK,
    detail: 'DELETE /api/sites/{id}',
  });
});

test('a key without the scope: permission_denied, by the key', async () => {
  const { key, id } = await createApiKey(ctx, { name: 'k', scopes: ['leads.write'] });
  expect((await send('GET', '/api/sites', { headers: bearer(key) })).status).toBe(403);
  expect(await last()).toMatchObject({
    kind: 'permission_denied',
    actor: { type: 'api_key', id, name: 'k' },
  });
});

test('another website: csrf_rejected, by whose session it was', async () => {
  const headers = { Cookie: cookie, ...FROM, ...EVIL };
  expect((await send('POST', '/api/sites', { headers, body: {} })).status).toBe(403);
  expect(await last()).toMatchObject({ kind: 'csrf_rejected', actor: { id: ctx.actor.id } });
});

test('a revoked or expired key: api_key_rejected, of its company; an unknown key is nobody’s', async () => {
  const made = await createApiKey(ctx, { name: 'k', scopes: ['sites.read'] });
  await revokeApiKey(ctx, made.id);
  expect((await send('GET', '/api/sites', { headers: bearer(made.key) })).status).toBe(401);
  const target = { type: 'api_key', id: made.id, name: 'k' };
  expect(await last()).toMatchObject({ kind: 'api_key_rejected', actor: null, target });
  const ended = await createApiKey(ctx, { name: 'e', scopes: ['sites.read'] });
  await owner`update api_keys set expires_at = now() where id = ${ended.id}`;
  await send('GET', '/api/sites', { headers: bearer(ended.key) });
  expect(await last()).toMatchObject({ kind: 'api_key_rejected', target: { id: ended.id } });
  const before = await events();
  const unknown = `sk_${'a'.repeat(40)}00000000`;
  await send('GET', '/api/sites', { headers: bearer(unknown) });
  expect(await events()).toEqual(before);
});

test('a key over its limit: rate_limited', async () => {
  const { key, id } = await createApiKey(ctx, { name: 'k', scopes: ['sites.read'] });
  // Over a minute's end the count begins anew: eight calls are over three in one of the two.
  for (let i = 0; i < 8; i++) await send('GET', '/api/sites', { headers: bearer(key) });
  expect(await last()).toMatchObject({ kind: 'rate_limited', actor: { type: 'api_key', id } });
});

test('a key is created, rotated and revoked: one event each, by whom and of which key', async () => {
  const { id } = await createApiKey({ ...ctx, network: NETWORK }, { name: 'k' });
  await rotateApiKey(ctx, id);
  await revokeApiKey(ctx, id);
  await revokeApiKey(ctx, id);
  const all = await events();
  expect(all.map(({ kind }) => kind)).toEqual([
    'api_key_revoked',
    'api_key_rotated',
    'api_key_created',
  ]);
  const party = { actor: { id: ctx.actor.id }, target: { type: 'api_key', id, name: 'k' } };
  for (const event of all) expect(event).toMatchObject(party);
  expect(all[2]?.network).toBe(NETWORK);
});

describe('a log-in', () => {
  const password = 'paver-patio-9';
  const answer = async (input: object, headers: object = {}) => {
    const [user] = await owner`select email from users where id = ${ctx.actor.id}`;
    const body = { email: user?.email, password, ...input };
    return send('POST', '/api/auth/login', { body, headers: { ...FROM, ...headers } });
  };

  beforeEach(async () => {
    const hash = await hashPassword(password);
    await owner`update users set password_hash = ${hash} where id = ${ctx.actor.id}`;
  });

  test('that fails, is throttled, succeeds and ends is recorded, without the password', async () => {
    for (let i = 0; i < 6; i++) await answer({ password: 'wrong-guess' });
    await owner`delete from login_attempts`;
    const made = await answer({});
    const session = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await send('POST', '/api/auth/logout', { headers: { Cookie: session, ...FROM }, body: {} });
    const all = await events();
    const kinds = all.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'log_out',
      'log_in',
      'log_in_throttled',
      ...Array(5).fill('log_in_failed'),
    ]);
    const user = { type: 'user', id: ctx.actor.id };
    expect(all[1]).toMatchObject({ actor: user, target: null, network: NETWORK });
    expect(all[3]).toMatchObject({ actor: null, target: user, network: NETWORK });
    const rows = await owner`select * from security_events`;
    expect(JSON.stringify([all, rows])).not.toContain('wrong-guess');
  });

  test('from another website is no event of a company', async () => {
    expect((await answer({}, EVIL)).json.code).toBe('csrf_rejected');
    expect(await events()).toEqual([]);
  });
});
