import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, fakeFeed } from '../../testing/fakes.ts';
import { customer } from '../../testing/fixtures.ts';
import { createCustomers, SEARCH_PAUSE_MS } from './customers-store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS + 20);

const EVERYBODY = {
  items: [customer({ id: 'a' }), customer({ id: 'b' }), customer({ id: 'c' })],
  next_cursor: null,
};
async function opened(table: Record<string, unknown> = {}) {
  const { api, calls } = fakeApi({ 'GET /api/customers': EVERYBODY, ...table });
  const live = fakeFeed();
  const store = createCustomers(api, live.feed);
  const stop = store.start();
  await settle();
  const ids = () => store.pager.items.value.map((row) => row.id).join('');
  return { store, calls, live, stop, ids };
}

test('typing searches once, after the last key', async () => {
  const { store, calls } = await opened();
  const before = calls.length;
  for (const text of ['m', 'ma', 'mar']) {
    store.setSearch(text);
    await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS - 1);
  }
  await settle();
  expect(calls.slice(before)).toEqual(['GET /api/customers?search=mar&limit=50']);
});

test('a slow answer to an older text is never shown', async () => {
  let letGo = (_page: unknown) => {};
  const { store, ids } = await opened({
    'GET /api/customers?search=old&limit=50': () =>
      new Promise((resolve) => {
        letGo = resolve;
      }),
    'GET /api/customers?search=new&limit=50': {
      items: [customer({ id: 'n' })],
      next_cursor: null,
    },
  });
  store.setSearch('old');
  await settle();
  store.setSearch('new');
  await settle();
  expect(ids()).toBe('n');
  letGo({ items: [customer({ id: 'o' })], next_cursor: null });
  await settle();
  expect(ids()).toBe('n');
});

test('a stage narrows the list, together with what is searched for', async () => {
  const { store, calls } = await opened();
  store.toggle('a');
  store.showStage('quoted');
  await settle();
  expect(calls.at(-1)).toBe('GET /api/customers?stage=quoted&limit=50');
  expect(store.selected.value.size).toBe(0);
  store.setSearch('mar');
  await settle();
  expect(calls.at(-1)).toBe('GET /api/customers?search=mar&stage=quoted&limit=50');
});

test('blanks alone are no other search', async () => {
  const { store, calls } = await opened();
  const before = calls.length;
  store.setSearch('  ');
  await settle();
  expect(calls).toHaveLength(before);
});

test('a search ends the selection: nobody deletes what is out of sight', async () => {
  const { store } = await opened();
  store.toggle('a');
  store.setSearch('mar');
  expect(store.selected.value.size).toBe(0);
});

test('a text longer than the API takes is cut', async () => {
  const { store, calls } = await opened();
  store.setSearch('x'.repeat(500));
  await settle();
  expect(calls.at(-1)).toBe(`GET /api/customers?search=${'x'.repeat(200)}&limit=50`);
});

test('deleting removes the rows and gives a way back', async () => {
  const { store, calls, ids } = await opened({
    'DELETE /api/customers/a': null,
    'DELETE /api/customers/b': null,
    'POST /api/customers/a/restore': customer({ id: 'a' }),
    'POST /api/customers/b/restore': customer({ id: 'b' }),
  });
  store.toggle('a');
  store.toggle('b');
  const undo = await store.remove([...store.selected.value]);
  expect(ids()).toBe('c');
  expect(store.selected.value.size).toBe(0);
  await undo();
  expect(ids()).toBe('abc');
  expect(calls).toContain('POST /api/customers/b/restore');
});

test('moving to a stage changes the rows', async () => {
  const { store } = await opened({ 'PATCH /api/customers/b': customer({ id: 'b' }) });
  await store.setStage(['b'], 'lost');
  expect(store.pager.items.value.map((row) => row.stage)).toEqual(['lead', 'lost', 'lead']);
});

test('selecting twice takes it back', async () => {
  const { store } = await opened();
  store.toggle('a');
  store.toggle('a');
  expect(store.selected.value.size).toBe(0);
});

test('several changes of customers are one reading; chats are none', async () => {
  const { calls, live, stop } = await opened();
  const before = calls.length;
  live.say('conversation.message', {});
  await vi.advanceTimersByTimeAsync(1_100);
  expect(calls).toHaveLength(before);
  live.say('customer.updated', { id: 'a' });
  live.say('customer.created', { id: 'z' });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(calls).toHaveLength(before + 1);
  stop();
  expect(live.listeners()).toBe(0);
});
