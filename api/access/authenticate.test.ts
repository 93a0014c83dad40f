import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import type { Ctx } from '../context.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { makeApiKey } from './api-key-token.ts';
import { sha256Hex } from './secrets.ts';
import { cookieOf, ORIGIN, testApp } from './testing.ts';

const echo = new OpenAPIHono<AppEnv>();
echo.all('/api/echo', (c) => {
  const { companyId, actor, requestId } = c.get('ctx');
  return c.json({ companyId, actor, requestId });
});
echo.get('/api/broken', () => {
  throw new Error('secret detail');
});

const { owner } = await fileDatabase();
let send: Awaited<ReturnType<typeof testApp>>;
let ctx: Ctx;
let cookie: string;
let key: string;

const bearer = (secret: string) => ({ headers: { Authorization: `Bearer ${secret}` } });

beforeAll(async () => {
  send = await testApp({ authenticated: [echo], env: { API_CALLS_PER_KEY_MINUTE: '50' } });
  ctx = await testCtx({ role: 'manager' });
  cookie = await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId });
  key = (await createApiKey(ctx, { name: 'k', scopes: ['sites.read'] })).key;
});

describe('a session cookie', () => {
  test('says who asks and for which company', async () => {
    const { status, json } = await send('GET', '/api/echo', { headers: { Cookie: cookie } });
    expect(status).toBe(200);
    expect(json.companyId).toBe(ctx.companyId);
    expect(json.actor).toEqual({ ...ctx.actor });
    expect(json.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['none', {}],
    ['a forged one', { Cookie: `__Host-tradesphere_session=${'a'.repeat(40)}` }],
    ['Basic credentials', { Authorization: 'Basic YTpi' }],
  ])('is needed: %s is not signed in', async (_name, headers) => {
    const { status, json } = await send('GET', '/api/echo', { headers });
    expect(status).toBe(401);
    expect(json.code).toBe('not_signed_in');
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s from another site is rejected',
    async (method) => {
      const headers = {
        Cookie: cookie,
        Origin: 'https://evil.example',
        'Sec-Fetch-Site': 'cross-site',
      };
      const { status, json } = await send(method, '/api/echo', { headers });
      expect(status).toBe(403);
      expect(json.code).toBe('csrf_rejected');
    },
  );

  test('POST from our own page and GET from anywhere are served', async () => {
    const own = await send('POST', '/api/echo', { headers: { Cookie: cookie, Origin: ORIGIN } });
    expect(own.status).toBe(200);
    const link = await send('GET', '/api/echo', {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(link.status).toBe(200);
  });

  test('answers nothing that a cache may keep', async () => {
    const { headers } = await send('GET', '/api/echo', { headers: { Cookie: cookie } });
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('is prolonged and sent again in the second half of its life', async () => {
    const asked = { headers: { Cookie: cookie } };
    expect((await send('GET', '/api/echo', asked)).headers.get('Set-Cookie')).toBeNull();
    await owner`update user_sessions set expires_at = now() + interval '3 days'
      where id = ${sha256Hex(cookie.split('=')[1] ?? '')}`;
    const { headers } = await send('GET', '/api/echo', asked);
    expect(headers.get('Set-Cookie')).toContain(`${cookie};`);
    expect(headers.get('Set-Cookie')).toMatch(/HttpOnly.*Secure/);
  });
});

describe('an API key', () => {
  test('says who asks, with its scopes, from any origin', async () => {
    const headers = { Authorization: `Bearer ${key}`, Origin: 'https://integrator.example' };
    const { status, json } = await send('POST', '/api/echo', { headers });
    expect(status).toBe(200);
    expect(json.companyId).toBe(ctx.companyId);
    expect(json.actor).toEqual({ type: 'api_key', id: expect.any(String), scopes: ['sites.read'] });
  });

  test('goes before the cookie', async () => {
    const headers = { Authorization: `Bearer ${key}`, Cookie: cookie };
    expect((await send('GET', '/api/echo', { headers })).json.actor.type).toBe('api_key');
  });

  test.each([
    ['unknown', () => makeApiKey()],
    ['mistyped', () => key.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a visitor token', () => 'vt_1.2.3'],
    ['a publishable key', () => 'pk_demo_rivera'],
  ])('that is %s is refused, even with a good cookie', async (_name, secret) => {
    const headers = { Authorization: `Bearer ${secret()}`, Cookie: cookie };
    const { status, json } = await send('GET', '/api/echo', { headers });
    expect(status).toBe(401);
    expect(json.code).toBe('api_key_invalid');
  });

  test('that was revoked is refused', async () => {
    const made = await createApiKey(ctx, { name: 'short' });
    expect((await send('GET', '/api/echo', bearer(made.key))).status).toBe(200);
    await revokeApiKey(ctx, made.id);
    expect((await send('GET', '/api/echo', bearer(made.key))).status).toBe(401);
  });

  test('of a deleted company is refused', async () => {
    const other = await testCtx();
    const made = await createApiKey(other, { name: 'gone' });
    await owner`update companies set deleted_at = now() where id = ${other.companyId}`;
    expect((await send('GET', '/api/echo', bearer(made.key))).json.code).toBe('api_key_invalid');
  });

  test('is told its limit on every answer, also on one that failed', async () => {
    for (const path of ['/api/echo', '/api/broken', '/api/nowhere']) {
      const { headers } = await send('GET', path, bearer(key));
      expect(headers.get('RateLimit-Policy')).toBe('"calls-per-key";q=50;w=60');
      expect(headers.get('RateLimit')).toMatch(/^"calls-per-key";r=\d+;t=\d+$/);
    }
  });

  test('over its limit is told when to come back, and other keys are served', async () => {
    const narrow = await testApp({ authenticated: [echo], env: { API_CALLS_PER_KEY_MINUTE: '2' } });
    const made = await createApiKey(ctx, { name: 'busy' });
    // Over a window's end the count would begin anew: six calls are over two in either of two windows.
    const answers = [];
    for (let call = 0; call < 6; call++)
      answers.push(await narrow('GET', '/api/echo', bearer(made.key)));
    expect(answers[0]?.status).toBe(200);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json.code).toBe('rate_limited');
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused?.headers.get('RateLimit')).toContain('r=0');
    const other = await createApiKey(ctx, { name: 'calm' });
    expect((await narrow('GET', '/api/echo', bearer(other.key))).status).toBe(200);
  });
});

test('an unknown error tells nothing but the request id', async () => {
  const { status, json } = await send('GET', '/api/broken', { headers: { Cookie: cookie } });
  expect(status).toBe(500);
  expect(JSON.stringify(json)).not.toContain('secret detail');
});
