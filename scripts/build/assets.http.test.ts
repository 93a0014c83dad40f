import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = (path: string) =>
  fetch(server.url + path, { headers: { 'Sec-Fetch-Mode': 'navigate' } });

test.each([
  ['/', 'none'],
  ['/inbox', 'none'],
  ['/customers/0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44', 'none'],
  ['/examples/contractor-site/', 'none'],
  ['/docs/no-such-page', 'none'],
  ['/api/docs', 'none'],
  ['/preview', 'self'],
])('%s may be framed by: %s', async (path, whom) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Security-Policy')).toBe(`frame-ancestors '${whom}'`);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('tests of the example are not served', async () => {
  const page = await (await get('/examples/contractor-site/page.test.ts')).text();
  expect(page).not.toContain('vitest');
});
