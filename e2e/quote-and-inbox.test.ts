import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
import { logIn, PHONE, person, visit } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a visitor and the staff', () => {
  test('a quote and a name arrive in the inbox while staff watch, and on one customer', async () => {
    const inbox = await logIn(await person(browser), server.url);
    const thrown: string[] = [];
    inbox.on('pageerror', (error) => thrown.push(error.message));
    await inbox.getByText('No conversations yet', { exact: false }).first().waitFor();

    const chat = await new ChatPage(await visit(await person(browser), server.url)).open();
    await chat.say('How much is a 20x25 paver patio?');
    await chat.quote().waitFor();
    expect(await chat.quote().textContent()).toContain('$2,475.00');
    await chat.form().waitFor();
    await inbox.locator('a.convo').first().waitFor();

    await chat.form().getByLabel('Name').fill('Maria Lopez');
    await chat.form().getByLabel('Phone').fill('(916) 555-0134');
    await chat.form().getByRole('button', { name: 'Send details' }).click();
    await chat.said(/Thanks, Maria/).waitFor();

    const row = inbox.locator('a.convo').first();
    await row.getByText('Maria Lopez').waitFor();
    await row.click();
    await inbox.getByText('How much is a 20x25 paver patio?').first().waitFor();
    await inbox.getByRole('article', { name: 'Paver patio' }).waitFor();
    expect(await axeFindings(inbox)).toEqual([]);

    await inbox.locator('a[href^="/customers/"]', { hasText: 'Maria Lopez' }).click();
    await inbox.getByRole('heading', { name: 'Maria Lopez' }).waitFor();
    await inbox.getByRole('navigation', { name: 'About this customer' }).waitFor();
    await inbox.getByText('Thanks, Maria', { exact: false }).first().waitFor();
    expect(await axeFindings(inbox)).toEqual([]);
    for (const tab of ['Quotes', 'Profile']) {
      await inbox.getByRole('link', { name: tab, exact: true }).click();
      await inbox.waitForTimeout(300);
      expect(await axeFindings(inbox)).toEqual([]);
    }
    expect(thrown).toEqual([]);
  });

  test('panel and form are free of what axe finds', async () => {
    const page = await visit(await person(browser), server.url);
    const chat = await new ChatPage(page).open();
    expect(await axeFindings(page)).toEqual([]);
    await chat.say('How much is a 10x10 patio?');
    await chat.form().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a chat survives a reload and is the same in a second tab', async () => {
    const context = await person(browser);
    const page = await visit(context, server.url);
    const chat = await new ChatPage(page).open();
    await chat.say('100 ft of fence, 6 feet high');
    await chat.quote().waitFor();
    const before = await chat.answers();
    await page.reload();
    const again = new ChatPage(page);
    if (!(await again.composer.isVisible())) await again.open();
    await again.quote().waitFor();
    expect(await again.answers()).toEqual(before);
    const second = new ChatPage(await visit(context, server.url));
    await second.page.waitForTimeout(300); // an open panel opens again by itself
    if (!(await second.composer.isVisible())) await second.open();
    await second.quote().waitFor();
    expect(await second.answers()).toEqual(before);
  });
});

describe('on a phone', () => {
  test('the panel fills the screen, nothing is wider than it, and the composer stays in sight', async () => {
    const page = await visit(await person(browser, PHONE), server.url);
    const chat = await new ChatPage(page).open();
    const box = await chat.panel.boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: PHONE.width });
    expect(Math.round(box?.height ?? 0)).toBe(PHONE.height);
    await chat.say('How much is a 20x25 paver patio?');
    await chat.quote().waitFor();
    const composer = await chat.composer.boundingBox();
    expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(PHONE.width);
  });

  test('a keyboard that takes half of the screen leaves the newest words in sight', async () => {
    const page = await visit(await person(browser, PHONE), server.url);
    const chat = await new ChatPage(page).open();
    await chat.say('How much is a 20x25 paver patio?');
    await chat.form().waitFor();
    const belowSight = () =>
      chat.panel
        .getByRole('log')
        .evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    await expect.poll(belowSight).toBe(0);
    await page.setViewportSize({ width: PHONE.width, height: PHONE.height / 2 });
    await expect.poll(async () => (await chat.panel.boundingBox())?.height).toBe(PHONE.height / 2);
    await expect.poll(belowSight).toBe(0);
  });

  test('Escape closes the panel and gives the focus back to the launcher', async () => {
    const page = await visit(await person(browser), server.url);
    const chat = await new ChatPage(page).open();
    await page.keyboard.press('Escape');
    await chat.panel.waitFor({ state: 'hidden' });
    const focused = await page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
    );
    expect(focused).toMatch(/Chat with us/);
  });
});
