import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anApp, draw, drawn } from '../../testing/draw.tsx';
import { aConfig } from '../../testing/samples.ts';
import { addEntry, createEntry } from '../store/store.ts';
import { Panel } from './Panel.tsx';

const KEY = { bubbles: true, composed: true, cancelable: true };

let setting: ReturnType<typeof anApp>;
let view: ReturnType<typeof draw>;
let phone: boolean;

beforeEach(() => {
  phone = false;
  vi.stubGlobal('matchMedia', () => ({ matches: phone }));
  setting = anApp();
  view = draw(<Panel app={setting.app} />);
});

afterEach(() => {
  view.remove();
  vi.unstubAllGlobals();
});

const open = async () => {
  setting.store.open.value = true;
  await drawn();
};
const field = () => view.one<HTMLTextAreaElement>('textarea');
const key = (target: HTMLElement, name: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { ...KEY, key: name, ...more });
  target.dispatchEvent(event);
  return event;
};
const say = (role: 'visitor' | 'assistant' | 'staff', text: string, at: string) =>
  addEntry(setting.store, createEntry(`${role}${at}`, role, `2026-11-20T${at}:00.000Z`, text));

test('it is a dialog with the company for a name, hidden until it is opened', async () => {
  const panel = view.one('[role=dialog]');
  expect(panel.getAttribute('aria-label')).toBe('Rivera Hardscapes chat');
  expect(panel.hidden).toBe(true);
  await open();
  expect(panel.hidden).toBe(false);
});

test('before the settings are there, no heading is empty', async () => {
  setting.store.config.value = null;
  await open();
  expect(view.all('h2').map((heading) => heading.textContent)).toEqual([]);
  setting.store.config.value = aConfig();
  await drawn();
  expect(view.all('h2').map((heading) => heading.textContent)).toEqual(['Rivera Hardscapes']);
});

test('it says who answers, greets, and offers three starters', async () => {
  await open();
  expect(view.one('.about').textContent).toBe(
    'Rivera Hardscapes guided assistant. Prices come from our price list.',
  );
  expect(view.all('.starters button').map((button) => button.textContent)).toEqual([
    'How much is a patio?',
    'A new fence',
    'Mulch',
  ]);
  view.all('.starters button')[1]?.click();
  expect(setting.store.draft.value).toBe('A new fence');
  expect(setting.chat.send).toHaveBeenCalledTimes(1);
  say('visitor', 'A new fence', '09:00');
  await drawn();
  expect(view.all('.starters')).toEqual([]);
});

test('focus goes to the field, and back to where it was', async () => {
  const outside = document.body.appendChild(document.createElement('button'));
  outside.focus();
  await open();
  expect(view.root.activeElement).toBe(field());
  setting.store.open.value = false;
  expect(document.activeElement).toBe(outside);
  outside.remove();
});

test('on a phone the panel takes the focus, so that no keyboard hides the greeting', async () => {
  phone = true;
  await open();
  expect(view.root.activeElement).toBe(view.one('[role=dialog]'));
});

test('Escape closes, and keys stay inside', async () => {
  await open();
  const page = vi.fn();
  document.addEventListener('keydown', page);
  key(field(), 'Escape');
  document.removeEventListener('keydown', page);
  expect(setting.close).toHaveBeenCalledTimes(1);
  expect(page).not.toHaveBeenCalled();
});

test('Enter sends, Shift+Enter and a key that composes a character do not', async () => {
  await open();
  key(field(), 'Enter', { shiftKey: true });
  key(field(), 'Enter', { isComposing: true });
  expect(setting.chat.send).not.toHaveBeenCalled();
  expect(key(field(), 'Enter').defaultPrevented).toBe(true);
  expect(setting.chat.send).toHaveBeenCalledTimes(1);
});

test('the send button is off only while nothing is written', async () => {
  const send = view.one<HTMLButtonElement>('.send');
  expect(send.disabled).toBe(true);
  field().value = 'Hi';
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  expect(setting.store.draft.value).toBe('Hi');
  expect(send.disabled).toBe(false);
});

test('dots show until the first word', async () => {
  const answer = say('assistant', '', '09:00');
  await drawn();
  expect(view.one('.dots').getAttribute('aria-label')).toBe('Writing an answer');
  answer.text.append('Hello');
  await drawn();
  expect(view.all('.dots')).toEqual([]);
  expect(view.all('.bubble').at(-1)?.textContent).toBe('Assistant: Hello');
});

test('the time stands where the talk paused, and staff have a name', async () => {
  say('visitor', 'a', '09:00');
  say('assistant', 'b', '09:04');
  const luis = say('staff', 'c', '09:10');
  luis.author = 'Luis Rivera';
  await drawn();
  expect(view.all('time')).toHaveLength(2);
  expect(view.one('.author').textContent).toBe('LRLuis Rivera');
});

test('only what is finished is announced', async () => {
  const region = view.one('[aria-live=polite]');
  expect(view.one('[role=log]').getAttribute('aria-live')).toBe('off');
  setting.store.announced.value = '**500** sq ft';
  await drawn();
  expect(region.textContent).toBe('500 sq ft');
});

test('what went wrong stands above the composer, with a way to try again', async () => {
  setting.store.notice.value = { kind: 'slow', seconds: 40 };
  await drawn();
  expect(view.one('[role=alert]').textContent).toContain('try again in 40 s.');
  view.one('[role=alert] button').click();
  expect(setting.chat.retry).toHaveBeenCalledTimes(1);
  setting.store.notice.value = { kind: 'blocked' };
  await drawn();
  expect(view.all('[role=alert] button')).toEqual([]);
});

test('without a connection it says so quietly', async () => {
  setting.store.offline.value = true;
  await drawn();
  expect(view.one('.strip').textContent).toContain('No connection');
});

test('a person can be asked for, once', async () => {
  view.one('[aria-label="Talk to a person"]').click();
  expect(setting.chat.askForPerson).toHaveBeenCalledTimes(1);
  setting.store.person.value = 'here';
  await drawn();
  expect(view.all('[aria-label="Talk to a person"]')).toEqual([]);
  expect(view.one('.head').textContent).toContain('A person is here');
});

test('where the panel covers the page, Tab goes round inside it', async () => {
  phone = true;
  await open();
  const first = view.one('.icon');
  key(view.one('[role=dialog]'), 'Tab', { shiftKey: true });
  expect(view.root.activeElement).toBe(field());
  expect(key(field(), 'Tab').defaultPrevented).toBe(true);
  expect(view.root.activeElement).toBe(first);
  expect(key(first, 'Tab').defaultPrevented).toBe(false);
});

test('from sending on dots show, until the message has arrived', async () => {
  const asked = say('visitor', 'Hi', '09:00');
  await drawn();
  expect(view.all('.dots')).toHaveLength(1);
  asked.done.value = true;
  await drawn();
  expect(view.all('.dots')).toEqual([]);
});

test('it speaks the language of the site', async () => {
  const config = setting.store.config.value;
  if (config) setting.store.config.value = { ...config, site: { ...config.site, locale: 'es' } };
  await drawn();
  expect(field().placeholder).toBe('Escriba un mensaje');
});
