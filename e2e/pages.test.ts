import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['the dashboard', '/', /TradeSphere/],
  ["the contractor's page", '/examples/contractor-site/', /./],
  ['the API reference', '/api/docs', /API/],
  ['the errors', '/docs/errors#rate_limited', /Errors/],
])('%s opens, with nothing wrong in its console', async (_, path, title) => {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    // Nobody is signed in: the dashboard's first question is answered with 401.
    if (message.type() === 'error' && !message.text().includes('401')) wrong.push(message.text());
  });
  const answer = await page.goto(server.url + path, { waitUntil: 'networkidle' });
  expect(answer?.status()).toBe(200);
  expect(await page.title()).toMatch(title);
  expect(wrong).toEqual([]);
  await page.close();
});
