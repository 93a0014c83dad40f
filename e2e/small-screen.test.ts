import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
import { logIn, person, visit } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';

const SMALLEST = { width: 320, height: 640 };

let server: TestServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()]);
  const chat = await new ChatPage(await visit(await person(browser), server.url)).open();
  await chat.say('How much is a 20x25 paver patio?');
  await chat.quote().waitFor();
  await chat.say('Dana Whitfield, 916 555 0177');
  await chat.said(/Thanks, Dana/).waitFor();
  await chat.say('can I talk to a person');
  await chat.said(/for a person/).waitFor();
  page = await logIn(await person(browser, SMALLEST), server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('Both must be on the screen.');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test("a conversation's head shows the whole name, clear of the tag", async () => {
  await page.locator('a.convo', { hasText: 'Dana Whitfield' }).click();
  const name = page.getByRole('heading', { name: 'Dana Whitfield', level: 1 });
  await name.waitFor();
  expect(await name.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  const tag = page.locator('.thread-head .tag');
  expect(await tag.textContent()).toBe('Wants a person');
  expect(await overlap(name, tag)).toBe(false);
});

test("a customer's conversation is named clear of its tags", async () => {
  await page.goto(`${server.url}/customers`);
  await page.locator('a[href^="/customers/"]', { hasText: 'Dana Whitfield' }).first().click();
  const title = page.locator('.folded-title');
  await title.waitFor();
  const words = await title.evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(words).toBe(0);
  expect(await overlap(title, page.locator('.folded-head .tag').first())).toBe(false);
});

test.each(['/inbox', '/customers', '/usage', '/sites', '/settings', '/no-such-page'])(
  '%s is no wider than the smallest screen',
  async (path) => {
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await wider()).toBe(0);
  },
);
