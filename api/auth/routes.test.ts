import { beforeAll, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { ORIGIN, testApp } from '../access/testing.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { newId } from '../platform/ids.ts';
import { authRoutes } from './routes.ts';

let send: Awaited<ReturnType<typeof testApp>>;
let calls = 0;
const password = 'retaining-wall-7';
const newEmail = () => `lee-${newId()}@example.com`;
const signUpBody = (change: object = {}) => ({
  company_name: 'Stoneworks',
  name: 'Lee Park',
  email: newEmail(),
  password,
  ...change,
});
/** An address of its own for each, so that the limit meets only the test that is about it. */
const signUp = (body: unknown, headers: Record<string, string> = {}) =>
  send('POST', '/api/auth/signup', {
    body,
    headers: { 'CF-Connecting-IP': `198.51.100.${++calls}`, ...headers },
  });
const logIn = (body: unknown, headers: Record<string, string> = {}) =>
  send('POST', '/api/auth/login', { body, headers });
const cookieIn = (headers: Headers) => headers.get('Set-Cookie')?.split(';')[0] ?? '';
const meOf = (cookie: string) => send('GET', '/api/auth/me', { headers: { Cookie: cookie } });

beforeAll(async () => {
  send = await testApp({ open: [authRoutes] });
});

describe('POST /api/auth/signup', () => {
  test('answers 201 with company, user and site, and is logged in', async () => {
    const body = signUpBody({ email: '  Lee.PARK@Example.com ' });
    const { status, json, headers } = await signUp(body);
    expect(status).toBe(201);
    expect(json.user).toMatchObject({ email: 'lee.park@example.com', role: 'owner' });
    expect(json.site.publishable_key).toMatch(/^pk_/);
    expect(JSON.stringify(json)).not.toContain(password);
    expect(headers.get('Set-Cookie')).toMatch(/HttpOnly/);
    const me = await meOf(cookieIn(headers));
    expect(me.json).toMatchObject({ company: json.company, user: json.user });
    expect(me.json.permissions).toContain('members.write');
  });

  test.each([
    ['password', { password: 'short12' }],
    ['password', { password: 'ab'.repeat(101) }],
    ['password', { password: 'Password123' }],
    ['password', { email: 'someone@example.com', password: 'SomeOne@example.com' }],
    ['password', { password: 'security' }],
    ['password', { company_name: 'Rivera Hardscapes', password: 'Rivera2024!' }],
    ['password', { name: 'Ana Reyes', password: 'reyes-1990' }],
    ['email', { email: 'not an address' }],
    ['company_name', { company_name: '   ' }],
    ['name', { name: 7 }],
  ])('refuses a wrong %s with 422 and says so: %j', async (path, change) => {
    const { status, json, headers } = await signUp(signUpBody(change));
    expect(status).toBe(422);
    expect(json.code).toBe('validation_failed');
    expect(json.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  test('refuses a taken address with 409, whatever its case', async () => {
    const body = signUpBody();
    await signUp(body);
    const { status, json, headers } = await signUp({ ...body, email: body.email.toUpperCase() });
    expect([status, json.code]).toEqual([409, 'email_taken']);
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  test('from another website is refused', async () => {
    const { status, json } = await signUp(signUpBody(), { Origin: 'https://evil.example' });
    expect([status, json.code]).toEqual([403, 'csrf_rejected']);
  });

  test('is limited by address', async () => {
    const narrow = await testApp({ open: [authRoutes], env: { SIGNUPS_PER_IP_HOUR: '0' } });
    const answer = await narrow('POST', '/api/auth/signup', { body: signUpBody() });
    expect([answer.status, answer.json.code]).toEqual([429, 'rate_limited']);
    expect(answer.headers.get('RateLimit-Policy')).toBe('"sign-ups-per-ip";q=0;w=3600');
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('POST /api/auth/login', () => {
  test('answers 200 with company and user, and gives a new session each time', async () => {
    const body = signUpBody();
    const made = await signUp(body);
    const old = cookieIn(made.headers);
    const { status, json, headers } = await logIn(
      { email: body.email.toUpperCase(), password },
      { Cookie: old, Origin: ORIGIN },
    );
    expect(status).toBe(200);
    expect(json).toEqual({ company: made.json.company, user: made.json.user });
    expect(cookieIn(headers)).not.toBe(old);
    expect((await meOf(old)).status).toBe(401);
    expect((await meOf(cookieIn(headers))).status).toBe(200);
  });

  test('does not tell a wrong password from an unknown address', async () => {
    const { email } = signUpBody();
    await signUp(signUpBody({ email }));
    const wrong = await logIn({ email, password: 'wrong-password' });
    const unknown = await logIn({ email: newEmail(), password });
    expect(wrong.status).toBe(401);
    expect(wrong.json.code).toBe('login_failed');
    expect({ ...unknown.json, request_id: '' }).toEqual({ ...wrong.json, request_id: '' });
    expect([...unknown.headers]).toEqual([...wrong.headers]);
  });

  test('makes the device known, by a cookie for this host alone, and gives it a new token', async () => {
    const { email } = signUpBody();
    const made = await signUp(signUpBody({ email }));
    const deviceOf = ({ headers }: { headers: Headers }) =>
      headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-tradesphere_device=')) ??
      '';
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure', 'Max-Age=15552000']) {
      expect(deviceOf(made).split('; ')).toContain(part);
    }
    for (let i = 0; i < 5; i++) await logIn({ email, password: 'wrong' });
    expect((await logIn({ email, password })).json.code).toBe('login_locked');
    const device = deviceOf(made).split(';')[0] ?? '';
    const known = await logIn({ email, password }, { Cookie: device });
    expect(known.status).toBe(200);
    expect(deviceOf(known).split(';')[0]).not.toBe(device);
  });

  test('after five failures says when to try again', async () => {
    const email = newEmail();
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await logIn({ email, password: 'wrong' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const { json, headers } = await logIn({ email, password: 'wrong' });
    expect(json.code).toBe('login_locked');
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(800);
  });

  test('is limited by address, whoever is tried', async () => {
    const narrow = await testApp({ open: [authRoutes], env: { LOGINS_PER_IP_HOUR: '0' } });
    const guess = { email: newEmail(), password: 'wrong' };
    const answer = await narrow('POST', '/api/auth/login', { body: guess });
    expect([answer.status, answer.json.code]).toEqual([429, 'rate_limited']);
    expect(answer.headers.get('RateLimit-Policy')).toBe('"log-ins-per-ip";q=0;w=3600');
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test.each([
    [{ email: 'a@example.com' }],
    [{ email: 'a@example.com', password: ['x'] }],
    [{ email: 'a@example.com', password: 'x'.repeat(201) }],
    [{}],
  ])('refuses %j with 422', async (body) => {
    expect((await logIn(body)).json.code).toBe('validation_failed');
  });

  test('from another website is refused', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const { json } = await logIn({ email: 'a@example.com', password: 'x' }, headers);
    expect(json.code).toBe('csrf_rejected');
  });
});

describe('POST /api/auth/logout', () => {
  test('ends the session and takes the cookie back', async () => {
    const cookie = cookieIn((await signUp(signUpBody())).headers);
    const out = await send('POST', '/api/auth/logout', { headers: { Cookie: cookie }, body: {} });
    expect(out.status).toBe(204);
    expect(out.headers.get('Set-Cookie')).toMatch(/^__Host-tradesphere_session=;.*Max-Age=0/);
    expect(out.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
    expect((await meOf(cookie)).json.code).toBe('not_signed_in');
  });

  test('without a session is no error', async () => {
    expect((await send('POST', '/api/auth/logout')).status).toBe(204);
  });

  test('by another website is refused and ends nothing', async () => {
    const cookie = cookieIn((await signUp(signUpBody())).headers);
    const headers = { Cookie: cookie, Origin: 'https://evil.example' };
    expect((await send('POST', '/api/auth/logout', { headers })).json.code).toBe('csrf_rejected');
    expect((await meOf(cookie)).status).toBe(200);
  });
});

describe('GET /api/auth/me', () => {
  test('tells an API key its company and scopes, and no user', async () => {
    const ctx = await testCtx();
    const { key } = await createApiKey(ctx, { name: 'k', scopes: ['leads.write'] });
    const headers = { Authorization: `Bearer ${key}` };
    const { status, json } = await send('GET', '/api/auth/me', { headers });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      company: { id: ctx.companyId, timezone: 'America/Los_Angeles' },
      user: null,
      permissions: ['leads.write'],
    });
  });

  test('tells nobody nothing', async () => {
    const { status, json } = await send('GET', '/api/auth/me');
    expect([status, json.code]).toEqual([401, 'not_signed_in']);
  });
});
