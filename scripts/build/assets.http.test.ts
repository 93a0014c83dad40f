import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = (path: string) =>
  fetch(server.url + path, { headers: { 'Sec-Fetch-Mode': 'navigate' } });

test('tests of the example are not served', async () => {
  const page = await (await get('/examples/contractor-site/page.test.ts')).text();
  expect(page).not.toContain('vitest');
});
