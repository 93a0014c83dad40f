import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from './start.ts';
import { createShell, start } from './start.ts';

const page = window as unknown as { TradeSphere?: Command };

beforeEach(() => {
  // A module that exists and is not the panel's address: loading is the browser journeys' part.
  vi.stubGlobal('__PANEL__', '/widget/panel-test.js');
});

afterEach(() => {
  page.TradeSphere?.('destroy');
  delete page.TradeSphere;
  document.documentElement.lang = '';
  vi.unstubAllGlobals();
});

function tag(data: Record<string, string> = { key: 'pk_test' }): HTMLScriptElement {
  const script = document.createElement('script');
  Object.defineProperty(script, 'src', { value: 'https://chat.example/widget.js' });
  Object.assign(script.dataset, data);
  return script;
}
const host = () => document.querySelector<HTMLElement>('tradesphere-chat');
const launcher = () => host()?.shadowRoot?.querySelector('button');

test('it puts one launcher on the page, that a hostile style sheet cannot hide', () => {
  start(tag());
  expect(document.querySelectorAll('tradesphere-chat')).toHaveLength(1);
  expect(host()?.style.getPropertyValue('display')).toBe('block');
  expect(host()?.style.getPropertyPriority('display')).toBe('important');
  expect(launcher()?.getAttribute('aria-label')).toBe('Chat with us');
  expect(launcher()?.getAttribute('aria-expanded')).toBe('false');
});

test('the same tag twice makes one launcher', () => {
  start(tag());
  start(tag());
  expect(document.querySelectorAll('tradesphere-chat')).toHaveLength(1);
});

test('without a key there is nothing', () => {
  start(tag({}));
  expect(host()).toBeNull();
  expect(page.TradeSphere).toBeUndefined();
});

test('side, theme and colour may stand on the tag', () => {
  start(tag({ key: 'pk_test', side: 'left', theme: 'dark', accent: '#a4472a' }));
  expect({ ...host()?.dataset }).toEqual({ side: 'left', theme: 'dark' });
  expect(host()?.style.getPropertyValue('--accent')).toBe('#a4472a');
});

test("the launcher speaks the browser's language too", () => {
  vi.stubGlobal('navigator', { language: 'es-MX' });
  start(tag());
  expect(launcher()?.getAttribute('aria-label')).toBe('Chatee con nosotros');
});

test("the launcher speaks the page's language", () => {
  document.documentElement.lang = 'es-MX';
  start(tag());
  expect(launcher()?.getAttribute('aria-label')).toBe('Chatee con nosotros');
});

test('unread messages are counted on the badge and in the name', () => {
  const { shell, button } = createShell(tag(), 'pk_test');
  shell.setUnread(3);
  expect(button.textContent).toBe('3');
  expect(button.getAttribute('aria-label')).toBe('Chat with us (3)');
  shell.setUnread(12);
  expect(button.textContent).toBe('9');
  shell.setUnread(0);
  expect(button.textContent).toBe('');
  expect(button.getAttribute('aria-label')).toBe('Chat with us');
});

test('the API is where the script came from', () => {
  expect(createShell(tag(), 'pk_test').shell.origin).toBe('https://chat.example');
});

test('listeners hear their event until they are taken off; one that throws harms nobody', async () => {
  const { shell, heard } = createShell(tag(), 'pk_test');
  const first = vi.fn();
  const second = vi.fn();
  heard.lead = new Set([first, second]);
  shell.emit('lead', { fields: ['name'] });
  shell.emit('quote', {});
  expect(first).not.toHaveBeenCalled(); // what it throws cannot reach the chat
  await Promise.resolve();
  heard.lead.delete(first);
  shell.emit('lead', {});
  await Promise.resolve();
  expect(first.mock.calls).toEqual([[{ fields: ['name'] }]]);
  expect(second).toHaveBeenCalledTimes(2);
});

test('events bubble to the page under their own name', () => {
  start(tag());
  const seen: unknown[] = [];
  const listen = (event: Event) => seen.push((event as CustomEvent).detail);
  document.addEventListener('tradesphere:open', listen);
  host()?.dispatchEvent(new CustomEvent('tradesphere:open', { detail: 1, bubbles: true }));
  document.removeEventListener('tradesphere:open', listen);
  expect(seen).toEqual([1]);
});

test('commands from before are carried out, unknown ones are let go', () => {
  const early = (() => {}) as Command;
  early.q = [['destroy'], ['dance']];
  page.TradeSphere = early;
  start(tag());
  expect(host()).toBeNull();
  expect(page.TradeSphere).toBeUndefined();
});

test('destroying leaves nothing on the page and no global', () => {
  start(tag());
  page.TradeSphere?.('destroy');
  expect(host()).toBeNull();
  expect('TradeSphere' in window).toBe(false);
});
