import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { logIn, person } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';
import { staffClient } from './support/staff-client.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a log-out in one tab asks for a log-in in the other, which then is live again', async () => {
  const context = await person(browser);
  const lines: Page[] = [];
  context.on('page', (tab) => tab.on('websocket', () => lines.push(tab)));
  const page = await logIn(context, server.url, '/customers');
  const other = await context.newPage();
  await other.goto(`${server.url}/inbox`);
  await other
    .getByRole('button', { name: /account menu/i })
    .first()
    .click();
  await other.getByRole('menuitem', { name: 'Log out' }).click();
  await other.getByRole('heading', { name: 'Log in' }).waitFor();
  const again = page.getByRole('dialog', { name: 'Log in again' });
  await again.waitFor();
  expect(lines.filter((tab) => tab === page)).toHaveLength(1);
  await again.getByLabel('Password').fill('demo-password');
  await again.getByRole('button', { name: 'Log in' }).click();
  await again.waitFor({ state: 'detached' });
  const staff = await staffClient(server.url);
  await staff('POST', '/api/customers', { name: 'Nadia Newcomer' });
  await page.getByText('Nadia Newcomer').first().waitFor();
});

test('a session that ends in the middle of work is renewed, and the work is saved', async () => {
  const context = await person(browser);
  const page = await logIn(context, server.url, '/sites');
  await page.locator('a.site-card').first().click();
  await page.getByLabel('Greeting').fill('Ask us anything about patios');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const again = page.getByRole('dialog', { name: 'Log in again' });
  await again.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await again.getByLabel('Password').fill('demo-password');
  await again.getByRole('button', { name: 'Log in' }).click();
  await again.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  await page.reload();
  await page.getByLabel('Greeting').waitFor();
  expect(await page.getByLabel('Greeting').inputValue()).toBe('Ask us anything about patios');
});
