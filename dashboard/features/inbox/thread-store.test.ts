import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, fakeFeed, refusal } from '../../testing/fakes.ts';
import { detail, message, quote } from '../../testing/fixtures.ts';
import { createThread, joinMessages } from './thread-store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(300);

const said = (id: string, minute: number, more = {}) =>
  message({ id, created_at: `2026-11-21T09:${String(minute).padStart(2, '0')}:00Z`, ...more });
const FIRST = 'GET /api/conversations/c1/messages?limit=100';
const SECOND = `${FIRST}&cursor=2`;
const DETAIL = 'GET /api/conversations/c1';

function thread(table: Record<string, unknown>) {
  const { api, calls } = fakeApi(table);
  const live = fakeFeed();
  const store = createThread(api, live.feed, 'c1');
  const stop = store.start();
  const ids = () => store.messages.value.map((item) => item.id).join('');
  return { store, live, calls, stop, ids };
}

test('reads every page of the conversation', async () => {
  const { store, ids } = thread({
    [DETAIL]: detail(),
    [FIRST]: { items: [said('a', 1), said('b', 2)], next_cursor: '2' },
    [SECOND]: { items: [said('c', 3)], next_cursor: null },
  });
  await settle();
  expect(store.status.value).toBe('ready');
  expect(ids()).toBe('abc');
});

test('a live message stands at once and gets its quotes from the last page, read once', async () => {
  const last = { items: [said('c', 3)], next_cursor: null };
  const table: Record<string, unknown> = {
    [DETAIL]: detail(),
    [FIRST]: { items: [said('a', 1)], next_cursor: '2' },
    [SECOND]: last,
  };
  const { store, live, calls, ids } = thread(table);
  await settle();
  const before = calls.length;
  table[SECOND] = { items: [said('c', 3), said('d', 4, { quotes: [quote()] })], next_cursor: null };
  live.say('conversation.message', { conversation_id: 'c1', message: said('d', 4) });
  live.say('quote.created', { conversation_id: 'c1' });
  expect(ids()).toBe('acd');
  await settle();
  expect(store.messages.value.at(-1)?.quotes).toHaveLength(1);
  expect(calls.slice(before).toSorted()).toEqual([DETAIL, SECOND]);
});

test('other conversations do not disturb it', async () => {
  const { live, calls } = thread({
    [DETAIL]: detail(),
    [FIRST]: { items: [], next_cursor: null },
  });
  await settle();
  const before = calls.length;
  live.say('conversation.message', { conversation_id: 'c2', message: said('x', 1) });
  await settle();
  expect(calls).toHaveLength(before);
});

test('a failure shows and can be tried again', async () => {
  const table: Record<string, unknown> = {
    [DETAIL]: refusal(503, 'database_unavailable'),
    [FIRST]: { items: [said('a', 1)], next_cursor: null },
  };
  const { store, ids } = thread(table);
  await settle();
  expect(store.status.value).toBe('error');
  table[DETAIL] = detail();
  await store.load();
  expect(store.status.value).toBe('ready');
  expect(ids()).toBe('a');
});

test('after stop it hears nothing', async () => {
  const { stop, live } = thread({});
  stop();
  expect(live.listeners()).toBe(0);
  await settle();
});

test('joining keeps the fuller copy and the order of time', () => {
  const full = said('b', 2, { quotes: [quote()] });
  const joined = joinMessages([full, said('c', 3)], [said('a', 1), said('b', 2)]);
  expect(joined.map((item) => item.id).join('')).toBe('abc');
  expect(joined[1]).toBe(full);
});
