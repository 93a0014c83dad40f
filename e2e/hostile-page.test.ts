import type { Browser, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
import { type HostPage, hostPage } from './support/host-page.ts';
import { person } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let browser: Browser;
const hosts: HostPage[] = [];
beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(hosts.map((host) => host.close()));
  await server?.close();
});

/** A page with the widget on it, at an origin that the demo site lists. */
async function host(style: string, policy: string, attributes = ''): Promise<string> {
  const html = `<!doctype html><html lang="en" ${attributes}><head><title>Hostile</title>
    <style nonce="page">${style}</style></head><body><h1>A page</h1><div></div>
    <script src="${server.url}/widget.js" data-key="pk_demo_rivera" async></script></body></html>`;
  const page = await hostPage(html, policy);
  hosts.push(page);
  const sql = postgres(server.database.superuserUrl, { max: 1 });
  await sql`update sites set allowed_origins = allowed_origins || ${[page.origin]}
    where publishable_key = 'pk_demo_rivera'`;
  await sql.end();
  return page.origin;
}

/** Everything the page complained of: refused by policy, or thrown. */
function complaints(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(error.message));
  return seen;
}

async function getQuote(page: Page): Promise<void> {
  const chat = await new ChatPage(page).open();
  await chat.say('How much is a 20x25 paver patio?');
  await chat.quote().waitFor();
  expect(await chat.quote().textContent()).toContain('$2,475.00');
}

describe('the widget works on a page', () => {
  test('with a strict policy and Trusted Types, and breaks neither', async () => {
    const policy = [
      "default-src 'none'",
      `script-src ${server.url}`,
      `connect-src ${server.url}`,
      "style-src 'nonce-page'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    const page = await (await person(browser)).newPage();
    const seen = complaints(page);
    await page.goto(await host('', policy));
    await getQuote(page);
    expect(seen.filter((text) => !/favicon/.test(text))).toEqual([]);
  });

  test('whose style sheet unsets and hides everything', async () => {
    const style = '*{all:unset!important} div:empty,tradesphere-chat:empty{display:none!important}';
    const page = await (await person(browser)).newPage();
    await page.goto(await host(style, ''));
    await getQuote(page);
    const launcher = await page.getByRole('button', { name: /^Chat with us|Close chat/ }).first();
    expect(await launcher.isVisible()).toBe(true);
  });

  test('that is written from right to left', async () => {
    const page = await (await person(browser)).newPage();
    await page.goto(await host('', '', 'dir="rtl"'));
    await getQuote(page);
    const box = await new ChatPage(page).panel.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 1280).toBe(true);
  });

  test('that may store nothing', async () => {
    const context = await person(browser);
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
    });
    const page = await context.newPage();
    const seen = complaints(page);
    await page.goto(await host('', ''));
    await getQuote(page);
    expect(seen.filter((text) => !/favicon/.test(text))).toEqual([]);
  });

  test('whose origin is not listed says so and takes nothing', async () => {
    const stranger = await hostPage(
      `<!doctype html><title>Stranger</title><script src="${server.url}/widget.js" data-key="pk_demo_rivera" async></script>`,
    );
    hosts.push(stranger);
    const page = await (await person(browser)).newPage();
    await page.goto(stranger.origin);
    await page.getByRole('button', { name: /^Chat with us/ }).click();
    await page.getByText("This chat isn't available on this page.").waitFor();
  });
});
