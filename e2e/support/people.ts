import type { Browser, BrowserContext, Page } from 'playwright-core';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A browser of somebody's own. uPlot needs a locale that is one, which headless Chromium lacks. */
export async function person(browser: Browser, viewport = DESKTOP): Promise<BrowserContext> {
  return browser.newContext({
    viewport,
    locale: 'en-US',
    hasTouch: viewport === PHONE,
    reducedMotion: 'reduce',
  });
}

/** Opens the contractor's example page. */
export async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/examples/contractor-site/`);
  return page;
}

/** Logs in to the dashboard as the demo company's owner, at the given page. */
export async function logIn(context: BrowserContext, url: string, path = '/inbox'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.getByLabel('E-mail').fill('owner@rivera.example');
  await page.getByLabel('Password').fill('demo-password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  return page;
}
