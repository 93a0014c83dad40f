import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { securityHeaders } from './security-headers.ts';

const app = new Hono<AppEnv>();
app.use(securityHeaders);
app.onError((error, c) => c.text(error.message, 500));
app.get('/plain', (c) => c.json({}));
app.get('/cached', (c) => c.json({}, 200, { 'Cache-Control': 'private, max-age=60' }));
app.get('/page', (c) => c.html('', 200, { 'Content-Security-Policy': "script-src 'self'" }));
app.get('/fails', () => {
  throw new Error('broken');
});
app.get('/frozen', () => {
  const response = Response.json({}, { headers: { 'X-Of-Room': '1' } });
  // Like a response that was fetched, whose headers are immutable.
  const refuse = () => {
    throw new TypeError('immutable');
  };
  Object.assign(response.headers, { set: refuse, append: refuse, delete: refuse });
  return response;
});

const headersOf = async (path: string, origin = 'https://app.example.com') =>
  Object.fromEntries((await app.request(origin + path)).headers);

const ALL = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

test.each(['/plain', '/fails', '/nowhere', '/frozen'])('%s has every header', async (path) => {
  expect(await headersOf(path)).toMatchObject(ALL);
});

test('a route may set its own caching and content policy', async () => {
  expect(await headersOf('/cached')).toMatchObject({
    ...ALL,
    'cache-control': 'private, max-age=60',
  });
  expect(await headersOf('/page')).toMatchObject({
    ...ALL,
    'content-security-policy': "script-src 'self'",
  });
});

test('headers of the response are kept', async () => {
  expect(await headersOf('/frozen')).toMatchObject({ 'x-of-room': '1' });
});

test('HSTS is sent over https only', async () => {
  const headers = await headersOf('/plain', 'http://127.0.0.1:8787');
  expect(headers).not.toHaveProperty('strict-transport-security');
});
