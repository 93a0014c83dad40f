import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
import { startServer, type TestServer } from './support/server.ts';
import { staffClient } from './support/staff-client.ts';

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let conversation: string;
let customer: string;
let site: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()]);
  const staff = await staffClient(server.url);
  const lead = { name: 'Ann Lee', email: 'ann@example.com', phone: '916-555-0199' };
  const recorded = await (await staff('POST', '/api/leads', lead)).json();
  customer = (recorded as { customer_id: string }).customer_id;
  const sites = await (await staff('GET', '/api/sites')).json();
  site = (sites as { items: { id: string }[] }).items[0]?.id ?? '';
  context = await reportingContext();
  const [name = '', value = ''] = staff.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  // Apart from the staff's browser, where the site's preview would resume this chat.
  const visitor = await reportingContext();
  const { page, violations } = await open('/examples/contractor-site/', visitor);
  const chat = await new ChatPage(page).open();
  await chat.say('How much is a 300 sq ft paver patio?');
  await chat.quote().waitFor();
  expect(violations).toEqual([]);
  await visitor.close();
  const list = await (await staff('GET', '/api/conversations')).json();
  conversation = (list as { items: { id: string }[] }).items[0]?.id ?? '';
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A browser context whose pages report violations in their console. */
async function reportingContext(): Promise<BrowserContext> {
  const made = await browser.newContext();
  await made.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return made;
}

/** A page and the violations of its policy so far. */
async function open(path: string, by = context): Promise<{ page: Page; violations: string[] }> {
  const page = await by.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/^CSP |Content Security Policy|TrustedHTML|TrustedScript/.test(text)) violations.push(text);
  });
  page.on('pageerror', (error) => violations.push(error.message));
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return { page, violations };
}

const PAGES = [
  '/',
  '/inbox',
  '/inbox/CONVERSATION',
  '/customers',
  '/customers/CUSTOMER',
  '/sites',
  '/sites/SITE',
  '/usage',
  '/settings',
  '/docs/errors',
  '/preview',
];

test.each(PAGES)('%s is drawn without a report against its policy', async (path) => {
  const address = path
    .replace('CONVERSATION', conversation)
    .replace('CUSTOMER', customer)
    .replace('SITE', site);
  const { page, violations } = await open(address);
  expect(await page.getByRole('main').first().isVisible()).toBe(true);
  expect(violations).toEqual([]);
  await page.close();
});

test('the API reference shows, opens and tries an operation without one', async () => {
  const { page, violations } = await open('/api/docs');
  await page.getByText('/api/health').first().click();
  await page.getByRole('button', { name: 'Try it out' }).first().click();
  await page.getByRole('button', { name: 'Execute' }).first().click();
  await page.getByText('"status": "ok"').first().waitFor();
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  await page.getByRole('heading', { name: 'Available authorizations' }).waitFor();
  expect(violations).toEqual([]);
  await page.close();
});

test('a policy that is broken is reported', async () => {
  const { page, violations } = await open('/docs/errors');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
  });
  await expect.poll(() => violations.length).toBeGreaterThan(0);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  await page.close();
});
