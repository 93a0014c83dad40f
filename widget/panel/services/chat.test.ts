import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryArea, stubPage } from '../../testing/browser-globals.ts';
import type { ChatServer, ServedSession } from '../../testing/chat-server.ts';
import { startChatServer } from '../../testing/chat-server.ts';
import { aMessage } from '../../testing/samples.ts';
import type { Store } from '../store/store.ts';
import { createStore } from '../store/store.ts';
import { createApi } from './api.ts';
import type { Chat } from './chat.ts';
import { createChat } from './chat.ts';
import { createStorage } from './storage.ts';
import type { Message } from './wire.ts';

interface Tab {
  chat: Chat;
  store: Store;
  emitted: string[];
  detail: unknown[];
}

let server: ChatServer;
let area: ReturnType<typeof memoryArea>;
let tabs: Tab[];

beforeEach(async () => {
  stubPage();
  server = await startChatServer();
  server.onMessage = answer;
  area = memoryArea();
  tabs = [];
});

afterEach(async () => {
  for (const { chat } of tabs) chat.destroy();
  await server.close();
  vi.unstubAllGlobals();
});

/** Another page of the same browser. */
function newTab(): Tab {
  const store = createStore();
  const emitted: string[] = [];
  const detail: unknown[] = [];
  const chat = createChat({
    api: createApi(server.origin, 'pk_test'),
    store,
    storage: createStorage('pk_test', () => area),
    emit: (name, data) => {
      emitted.push(name);
      detail.push(data);
    },
  });
  const tab = { chat, store, emitted, detail };
  tabs.push(tab);
  return tab;
}

function say(session: ServedSession, visitor: Message, words: string[], id = `a-${visitor.id}`) {
  session.tell('turn.started', { message_id: id, reply_to: visitor.id }, visitor.id);
  for (const delta of words) session.tell('text', { message_id: id, delta }, visitor.id);
}

function end(session: ServedSession, visitor: Message, text: string, id = `a-${visitor.id}`) {
  const message = aMessage({ id, text });
  session.messages.push(message);
  session.tell('turn.completed', { message }, visitor.id);
}

function answer(session: ServedSession, visitor: Message) {
  say(session, visitor, ['You said ', visitor.text]);
  end(session, visitor, `You said ${visitor.text}`);
}

const send = ({ chat, store }: Tab, text: string) => {
  store.draft.value = text;
  return chat.send();
};
const texts = ({ store }: Tab) => store.entries.value.map(({ text }) => text.whole());
const shows = (tab: Tab, ...expected: string[]) =>
  vi.waitFor(() => expect(texts(tab)).toEqual(expected));
const isListening = (tab: Tab) =>
  vi.waitFor(() => {
    expect(server.requests.some((request) => request.startsWith('GET events'))).toBe(true);
    expect(tab.store.offline.value).toBe(false);
  });

test('who only opens the chat has no session', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await tab.chat.load();
  expect(tab.store.config.value?.site.company_name).toBe('Rivera Hardscapes');
  expect(server.requests).toEqual(['GET config']);
});

test('the first message makes the session and brings the answer', async () => {
  const tab = newTab();
  await tab.chat.load();
  await send(tab, '  Hi ');
  await shows(tab, 'Hi', 'You said Hi');
  expect(server.started).toEqual([
    {
      page_url: 'https://rivera.example/patios',
      referrer: 'https://search.example/',
      locale: 'en-US',
    },
  ]);
  expect(tab.store.draft.value).toBe('');
  expect(tab.emitted).toEqual(['message', 'message']);
  expect(tab.detail).toMatchObject([{ role: 'visitor' }, { role: 'assistant' }]);
});

test('page and referrer are sent without query and fragment', async () => {
  stubPage('https://rivera.example/patios?email=ann@example.com#form', {
    referrer: 'https://search.example/find?q=ann+lee#1',
  });
  await send(newTab(), 'Hi');
  expect(server.started).toMatchObject([
    { page_url: 'https://rivera.example/patios', referrer: 'https://search.example/find' },
  ]);
});

test('nothing is sent when nothing is written', async () => {
  const tab = newTab();
  await send(tab, ' \n ');
  expect(server.requests).toEqual([]);
});

test('a page that comes back in mid-answer has every word once', async () => {
  server.onMessage = (session, visitor) => say(session, visitor, ['One ', 'two ']);
  const before = newTab();
  void send(before, 'Count');
  await shows(before, 'Count', 'One two ');
  before.chat.destroy();

  const after = newTab();
  after.chat.setOpen(true);
  await shows(after, 'Count', 'One two ');
  const session = server.latest();
  const [visitor] = session.messages as [Message];
  session.tell('text', { message_id: `a-${visitor.id}`, delta: 'three' }, visitor.id);
  await shows(after, 'Count', 'One two three');
  end(session, visitor, 'One two three');
  await vi.waitFor(() => expect(after.store.turn.value).toBeNull());
  expect(texts(after)).toEqual(['Count', 'One two three']);
});

test('a line cut in mid-answer goes on where it was', async () => {
  server.onMessage = (session, visitor) => say(session, visitor, ['One ']);
  const tab = newTab();
  await tab.chat.load();
  tab.chat.setOpen(true);
  void send(tab, 'Count');
  await shows(tab, 'Count', 'One ');
  await isListening(tab);
  const session = server.latest();
  server.cut();
  const [visitor] = session.messages as [Message];
  session.tell('text', { message_id: `a-${visitor.id}`, delta: 'two' }, visitor.id);
  end(session, visitor, 'One two');
  await vi.waitFor(() => expect(texts(tab)).toEqual(['Count', 'One two']), { timeout: 5_000 });
  expect(tab.store.notice.value).toBeNull();
});

test('what could not be sent is back in the composer, and the retry is the same message', async () => {
  const tab = newTab();
  const ids: (string | undefined)[] = [];
  server.hook = (method, path, body) => {
    if (method !== 'POST' || path !== 'messages') return undefined;
    ids.push(body?.id);
    return ids.length === 1 ? 'drop' : undefined;
  };
  await send(tab, 'Keep me');
  expect([texts(tab), tab.store.draft.value]).toEqual([[], 'Keep me']);
  expect(tab.store.notice.value).toEqual({ kind: 'failed' });
  await tab.chat.retry();
  await shows(tab, 'Keep me', 'You said Keep me');
  expect(tab.store.notice.value).toBeNull();
  expect(ids[1]).toBe(ids[0]);
});

test('what was written meanwhile is kept behind it, and that is another message', async () => {
  const tab = newTab();
  server.hook = (method, path) => (method === 'POST' && path === 'messages' ? 'drop' : undefined);
  const sending = send(tab, 'First');
  tab.store.draft.value = 'Second';
  await sending;
  expect(tab.store.draft.value).toBe('First\nSecond');
  server.hook = () => undefined;
  await tab.chat.send();
  await shows(tab, 'First\nSecond', 'You said First\nSecond');
});

test('a limit is told with the time to wait, and the text is kept', async () => {
  const tab = newTab();
  server.hook = (_, path) =>
    path === 'sessions'
      ? { status: 429, code: 'rate_limited', headers: { 'Retry-After': '90' } }
      : undefined;
  await send(tab, 'Again');
  expect(tab.store.notice.value).toEqual({ kind: 'slow', seconds: 90 });
  expect(tab.store.draft.value).toBe('Again');
});

test('a server that has too much to do is asked again by itself when it says so, with the same message', async () => {
  const tab = newTab();
  const refused: string[] = [];
  server.hook = (method, path, body) => {
    if (method !== 'POST' || refused.filter((one) => one.startsWith(path)).length === 2)
      return undefined;
    refused.push(`${path} ${body?.id ?? ''}`);
    return { status: 503, code: 'overloaded', headers: { 'Retry-After': '0.01' } };
  };
  await send(tab, 'Busy?');
  await shows(tab, 'Busy?', 'You said Busy?');
  expect(refused).toHaveLength(4);
  expect(refused[2]).toBe(refused[3]);
  expect(tab.store.notice.value).toBeNull();
});

test('a server that stays busy is given up after three more tries, and the text is kept', async () => {
  const tab = newTab();
  let tries = 0;
  server.hook = () => {
    tries++;
    return { status: 503, code: 'overloaded', headers: { 'Retry-After': '0.01' } };
  };
  await send(tab, 'Busy?');
  expect(tries).toBe(4);
  expect([tab.store.notice.value, tab.store.draft.value]).toEqual([{ kind: 'failed' }, 'Busy?']);
});

test('an expired session is replaced for the same visitor and the message sent', async () => {
  const tab = newTab();
  await send(tab, 'One');
  await shows(tab, 'One', 'You said One');
  const first = server.latest();
  server.forget(first.id);
  await send(tab, 'Two');
  await shows(tab, 'One', 'You said One', 'Two', 'You said Two');
  expect(server.started[1]).toMatchObject({ visitor_id: first.visitorId });
});

test('a session that is lost when the page comes back is forgotten without a word', async () => {
  const tab = newTab();
  await send(tab, 'One');
  server.forget(server.latest().id);
  const later = newTab();
  await later.chat.load();
  expect([later.store.notice.value, texts(later)]).toEqual([null, []]);
  await send(later, 'Two');
  await shows(later, 'Two', 'You said Two');
});

test('a message that arrived although its answer was lost is not sent a second time', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'One');
  await isListening(tab);
  server.hook = (method, path, body) => {
    if (method !== 'POST' || path !== 'messages' || !body) return undefined;
    const message = aMessage({ id: body.id as string, role: 'visitor', text: body.text as string });
    server.latest().messages.push(message);
    setTimeout(() => {
      server.latest().tell('message', { message });
      answer(server.latest(), message);
    }, 50);
    return 'drop';
  };
  await send(tab, 'Two');
  await shows(tab, 'One', 'You said One', 'Two', 'You said Two');
  expect([tab.store.draft.value, tab.store.notice.value]).toEqual(['', null]);
});

test('a message that is confirmed before its sending fails stays where it is', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'One');
  await isListening(tab);
  server.hook = async (method, path, body) => {
    if (method !== 'POST' || path !== 'messages' || !body) return undefined;
    const message = aMessage({ id: body.id as string, role: 'visitor', text: body.text as string });
    server.latest().tell('message', { message });
    answer(server.latest(), message);
    await vi.waitFor(() => expect(texts(tab)).toContain('You said Two'));
    return 'drop';
  };
  await send(tab, 'Two');
  expect(texts(tab)).toEqual(['One', 'You said One', 'Two', 'You said Two']);
  expect([tab.store.draft.value, tab.store.notice.value]).toEqual(['', null]);
});

test('a session whose stream is refused is not used again', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'One');
  await isListening(tab);
  const streams = () =>
    server.requests.filter((request) => request.startsWith('GET events')).length;
  const before = streams();
  server.forget(server.latest().id);
  server.cut();
  await vi.waitFor(() => expect(streams()).toBe(before + 1), { timeout: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.requests.length = 0;
  await send(tab, 'Two');
  expect(server.requests.slice(0, 2)).toEqual(['POST sessions', 'POST messages']);
});

test('a page that comes back replays from the last finished answer, not from the beginning', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'One');
  await isListening(tab);
  const { length } = server.latest().events;
  await vi.waitFor(() =>
    expect(area.getItem('tradesphere:pk_test')).toContain(`"cursor":${length}`),
  );
  const later = newTab();
  later.chat.setOpen(true);
  await vi.waitFor(() => expect(server.requests).toContain(`GET events after ${length}`));
});

test('the answer that was interrupted is asked for with the same message', async () => {
  const tab = newTab();
  server.onMessage = (session, visitor) => {
    say(session, visitor, ['Well, ']);
    session.tell('error', { problem: {}, message_id: visitor.id }, visitor.id);
  };
  await send(tab, 'Hi');
  await vi.waitFor(() => expect(tab.store.notice.value?.kind).toBe('interrupted'));
  server.hook = () => ({ status: 503, code: 'database_unavailable' });
  await tab.chat.retry();
  expect(tab.store.notice.value).toMatchObject({ kind: 'interrupted' });
  server.hook = () => undefined;
  await tab.chat.retry();
  expect(tab.store.notice.value).toBeNull();
  expect(server.latest().messages.filter(({ role }) => role === 'visitor')).toHaveLength(1);
});

test('two tabs share the session, and each sees what the other says', async () => {
  const [one, two] = [newTab(), newTab()];
  one.chat.setOpen(true);
  two.chat.setOpen(true);
  await Promise.all([one.chat.load(), two.chat.load()]);
  await send(one, 'From one');
  await send(two, 'From two');
  expect(server.started).toHaveLength(1);
  await vi.waitFor(() => expect(texts(one)).toContain('You said From two'));
  expect(texts(one).filter((text) => text === 'From two')).toHaveLength(1);
});

test('two first messages at once make one session', async () => {
  const tab = newTab();
  const first = send(tab, 'One');
  await Promise.all([first, send(tab, 'Two')]);
  expect(server.started).toHaveLength(1);
});

test('what was given is known on the next page too, and is no new lead there', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'One');
  await isListening(tab);
  server.latest().tell('details', { fields: ['email'] });
  await vi.waitFor(() => expect(tab.store.known.value).toEqual(['email']));
  const later = newTab();
  later.chat.setOpen(true);
  await later.chat.load();
  expect(later.store.known.value).toEqual(['email']);
  expect(later.emitted).toEqual([]);
});

test('all pages of an earlier conversation are shown, and that staff took part', async () => {
  const tab = newTab();
  await send(tab, 'One');
  await send(tab, 'Two');
  server.latest().messages.push(aMessage({ id: 's', role: 'staff', text: 'Luis here' }));
  const later = newTab();
  await later.chat.load();
  expect(texts(later)).toEqual(['One', 'You said One', 'Two', 'You said Two', 'Luis here']);
  expect(later.store.person.value).toBe('here');
});

test('a chat that could not be loaded says so, and tries again', async () => {
  const tab = newTab();
  server.hook = () => 'drop';
  await tab.chat.load();
  expect(tab.store.notice.value).toEqual({ kind: 'load' });
  server.hook = () => undefined;
  await tab.chat.retry();
  expect([tab.store.notice.value, tab.store.config.value?.assistant]).toEqual([null, 'guided']);
});

test('a page that may not use the key says so, to its maker too', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const tab = newTab();
  server.hook = () => ({ status: 403, code: 'origin_not_allowed' });
  await tab.chat.load();
  expect(tab.store.notice.value).toEqual({ kind: 'blocked' });
  expect(error).toHaveBeenCalledTimes(1);
  error.mockRestore();
});

test('opening takes the badge away; closed, it counts what arrives', async () => {
  const tab = newTab();
  tab.chat.setOpen(true);
  await send(tab, 'Hi');
  await isListening(tab);
  tab.chat.setOpen(false);
  server.latest().tell('message', { message: aMessage({ id: 's', role: 'staff' }) });
  await vi.waitFor(() => expect(tab.store.unread.value).toBe(1));
  tab.chat.setOpen(true);
  expect(tab.store.unread.value).toBe(0);
});

test('details are handed in, and the form goes away', async () => {
  const tab = newTab();
  tab.chat.askForDetails();
  expect(tab.store.form.value).toMatchObject({ state: 'open', wanted: true });
  await tab.chat.saveDetails({ name: ' Dana ', email: 'dana@example.com', phone: '' });
  expect(tab.store.form.value).toBeNull();
  expect(tab.store.known.value).toEqual(['name', 'email']);
  expect(tab.emitted).toEqual(['lead']);
});

test('a person is asked for, and a failure gives the button back', async () => {
  const tab = newTab();
  server.hook = () => 'drop';
  await tab.chat.askForPerson();
  expect([tab.store.person.value, tab.store.notice.value]).toEqual(['none', { kind: 'failed' }]);
  server.hook = () => undefined;
  await tab.chat.askForPerson();
  expect(tab.store.person.value).toBe('asked');
});

test('after it is destroyed nothing is drawn and no request is made', async () => {
  const tab = newTab();
  await send(tab, 'Hi');
  tab.chat.destroy();
  const made = server.requests.length;
  server.latest().tell('message', { message: aMessage({ id: 'late' }) });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(texts(tab)).not.toContain('Hello');
  expect(server.requests).toHaveLength(made);
});
