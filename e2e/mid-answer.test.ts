import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mockText } from './mock-model/mock-reply.ts';
import { type MockModel, startMockModel } from './mock-model/start-mock-model.ts';
import { launchBrowser } from './support/browser.ts';
import { ChatPage } from './support/chat-page.ts';
import { person, visit } from './support/people.ts';
import { startServer, type TestServer } from './support/server.ts';

const TOKENS = 60;
const TOKEN_MS = 40; // an answer of some seconds: long enough to reload in its middle

let model: MockModel;
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  model = await startMockModel({ tokens: TOKENS, tokenMs: TOKEN_MS });
  const vars = { OPENAI_API_KEY: 'mock', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'gpt-4o' };
  server = await startServer({ demo: true, vars });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await model?.close();
});

const whole = mockText(TOKENS).join('').replace(/\s+/g, ' ');
const squeezed = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a reload in the middle of an answer brings the rest of it, every word once', async () => {
  const page = await visit(await person(browser), server.url);
  const chat = await new ChatPage(page).open();
  await chat.say('Tell me about my yard');
  await chat.said(/Thanks for asking/).waitFor();
  await page.reload();
  const again = new ChatPage(page);
  if (!(await again.composer.isVisible())) await again.open();
  const complete = async () => squeezed((await again.answers()).at(-1)).includes(whole);
  for (let i = 0; i < 100 && !(await complete()); i++) await page.waitForTimeout(100);
  expect(squeezed((await again.answers()).at(-1))).toContain(whole);
  expect(model.requests).toHaveLength(1);
});

test('losing the network in the middle of an answer does too', async () => {
  const context = await person(browser);
  const page = await visit(context, server.url);
  const chat = await new ChatPage(page).open();
  const before = model.requests.length;
  await chat.say('And about the fence');
  await chat.said(/Thanks for asking/).waitFor();
  await context.setOffline(true);
  await page.waitForTimeout(400);
  await context.setOffline(false);
  const complete = async () => squeezed((await chat.answers()).at(-1)).includes(whole);
  for (let i = 0; i < 150 && !(await complete()); i++) await page.waitForTimeout(100);
  expect(squeezed((await chat.answers()).at(-1))).toContain(whole);
  expect(model.requests.length - before).toBe(1);
});
