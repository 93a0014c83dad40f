import { beforeAll, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { cookieOf, testApp } from '../access/testing.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { createSite } from './create-site.ts';
import { siteRoutes } from './routes.ts';

let send: Awaited<ReturnType<typeof testApp>>;
let ctx: Ctx;
let cookie: string;

const as = async (actor: Ctx) => cookieOf({ id: actor.actor.id, companyId: actor.companyId });
const call = (method: string, path: string, body?: unknown, who = cookie) =>
  send(method, path, { headers: { Cookie: who }, ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  send = await testApp({ authenticated: [siteRoutes] });
  ctx = await testCtx();
  cookie = await as(ctx);
});

test('a site is made, read, listed, changed and removed', async () => {
  const made = await call('POST', '/api/sites', {
    name: ' Main website ',
    allowed_origins: [
      'https://WWW.Example.com/',
      'https://www.example.com',
      'http://localhost:3000',
    ],
    accent: '#AABBCC',
    position: 'left',
    greeting: 'Hello!',
    starters: ['How much?'],
    consent_text: 'We keep this chat.',
    locale: 'es',
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    name: 'Main website',
    allowed_origins: ['https://www.example.com', 'http://localhost:3000'],
    accent: '#aabbcc',
    publishable_key: expect.stringMatching(/^pk_/),
  });
  const path = `/api/sites/${made.json.id}`;
  expect((await call('GET', path)).json).toEqual(made.json);
  expect((await call('GET', '/api/sites?limit=1')).json.items).toEqual([made.json]);
  const changed = await call('PATCH', path, { consent_text: null, starters: [] });
  expect(changed.status).toBe(200);
  expect(changed.json).toMatchObject({ consent_text: null, starters: [], greeting: 'Hello!' });
  const removed = await call('DELETE', path);
  expect([removed.status, removed.json]).toEqual([204, null]);
  expect((await call('GET', path)).json.code).toBe('not_found');
});

describe('a wrong field', () => {
  test.each<[string, object]>([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(81) }],
    ['name', {}],
    [
      'allowed_origins.1',
      { name: 'A', allowed_origins: ['https://a.example', 'http://b.example'] },
    ],
    ['allowed_origins.0', { name: 'A', allowed_origins: ['https://a.example/path'] }],
    ['allowed_origins', { name: 'A', allowed_origins: 'https://a.example' }],
    ['allowed_origins', { name: 'A', allowed_origins: Array(51).fill('https://a.example') }],
    ['accent', { name: 'A', accent: 'red;background:url(x)' }],
    ['accent', { name: 'A', accent: '#fff' }],
    ['position', { name: 'A', position: 'top' }],
    ['greeting', { name: 'A', greeting: 'x'.repeat(301) }],
    ['starters', { name: 'A', starters: ['1', '2', '3', '4', '5', '6'] }],
    ['starters.0', { name: 'A', starters: ['x'.repeat(61)] }],
    ['consent_text', { name: 'A', consent_text: 'x'.repeat(501) }],
    ['locale', { name: 'A', locale: 'fr' }],
  ])('%s is named with 422: %j', async (path, body) => {
    const { status, json } = await call('POST', '/api/sites', body);
    expect([status, json.code]).toEqual([422, 'validation_failed']);
    expect(json.errors[0].path).toBe(path);
  });

  test('in the address is told from a site that is not there', async () => {
    expect((await call('GET', '/api/sites/x')).status).toBe(422);
    expect((await call('GET', `/api/sites/${newId()}`)).status).toBe(404);
    expect((await call('GET', '/api/sites?cursor=x')).json.code).toBe('cursor_invalid');
    expect((await call('GET', '/api/sites?limit=0')).json.code).toBe('validation_failed');
  });
});

describe('is refused', () => {
  test('without credentials', async () => {
    for (const method of ['GET', 'POST']) {
      const { status, json } = await send(method, '/api/sites');
      expect([status, json.code]).toEqual([401, 'not_signed_in']);
    }
  });

  test('to another company as if it were not there', async () => {
    const { id } = await createSite(ctx, { name: 'Mine' });
    const stranger = await as(await testCtx());
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const) {
      const { status, json } = await call(method, `/api/sites/${id}`, body, stranger);
      expect([status, json.code]).toEqual([404, 'not_found']);
    }
    expect((await call('GET', `/api/sites/${id}`)).json.name).toBe('Mine');
  });

  test('to a role that may only read, and to another website', async () => {
    const analyst = await as(await testCtx({ role: 'analyst', companyId: ctx.companyId }));
    expect((await call('GET', '/api/sites', undefined, analyst)).status).toBe(200);
    const write = await call('POST', '/api/sites', { name: 'A' }, analyst);
    expect([write.status, write.json.code]).toEqual([403, 'forbidden']);
    const headers = { Cookie: cookie, Origin: 'https://evil.example' };
    const foreign = await send('POST', '/api/sites', { headers, body: { name: 'A' } });
    expect(foreign.json.code).toBe('csrf_rejected');
  });
});
