import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
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

test('while the settings of the widget are under way, its panel has no empty heading', async () => {
  const page = await browser.newPage();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/chat/config', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${server.url}/examples/contractor-site/`);
  const chat = await new ChatPage(page).open();
  const headings = chat.panel.getByRole('heading');
  expect(await chat.panel.locator('h1, h2, h3').allInnerTexts()).not.toContain('');
  expect(await axeFindings(page)).toEqual([]);
  release();
  await headings.filter({ hasText: 'Rivera Hardscapes' }).waitFor();
  await page.close();
});
