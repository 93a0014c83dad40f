import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, fakeFeed } from '../../testing/fakes.ts';
import { conversation, detail, message } from '../../testing/fixtures.ts';
import { createInbox } from './inbox-store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(300);
const older = conversation({ id: 'old', last_message_at: '2026-11-21T07:00:00Z' });
const newer = conversation({ id: 'new', last_message_at: '2026-11-21T09:00:00Z' });

async function opened(answers: Record<string, unknown> = {}) {
  const list = { items: [newer, older], next_cursor: null };
  const { api, calls } = fakeApi({ 'GET /api/conversations': list, ...answers });
  const live = fakeFeed();
  const inbox = createInbox(api, live.feed);
  const stop = inbox.start();
  await settle();
  const ids = () => inbox.pager.items.value.map((row) => row.id).join(' ');
  return { inbox, live, calls, stop, ids };
}

test('a new message lifts its row at once and marks it, then the row is read again', async () => {
  const said = message({ text: 'still there?', created_at: '2026-11-21T10:00:00Z' });
  const { inbox, live, calls, ids } = await opened({
    'GET /api/conversations/old': detail({
      ...older,
      last_message_at: said.created_at,
      status: 'human',
    }),
  });
  live.say('conversation.message', { conversation_id: 'old', message: said });
  expect(ids()).toBe('old new');
  expect(inbox.unseen.value.has('old')).toBe(true);
  live.say('conversation.updated', { conversation_id: 'old' });
  await settle();
  expect(inbox.pager.items.value[0]?.status).toBe('human');
  expect(calls.filter((call) => call.endsWith('/old'))).toHaveLength(1);
});

test('a new conversation appears on top without a reload', async () => {
  const born = { conversation_id: 'born' };
  const { live, ids } = await opened({
    'GET /api/conversations/born': detail({ id: 'born', last_message_at: '2026-11-21T11:00:00Z' }),
  });
  live.say('conversation.created', born);
  await settle();
  expect(ids()).toBe('born new old');
});

test('the conversation that is looked at stays seen; looking at one marks it seen', async () => {
  const { inbox, live } = await opened();
  inbox.look('old');
  live.say('conversation.message', { conversation_id: 'old', message: message() });
  live.say('conversation.message', { conversation_id: 'new', message: message({ id: 'm2' }) });
  expect([...inbox.unseen.value]).toEqual(['new']);
  inbox.look('new');
  expect(inbox.unseen.value.size).toBe(0);
});

test("the assistant's own words leave nothing unseen", async () => {
  const { inbox, live } = await opened();
  const answer = message({ role: 'assistant' });
  live.say('conversation.message', { conversation_id: 'old', message: answer });
  expect(inbox.unseen.value.size).toBe(0);
});

test('a row leaves the filtered list when it no longer belongs', async () => {
  const { inbox, live, ids, calls } = await opened({
    'GET /api/conversations/new': detail({ ...newer, customer: { id: 'k', name: 'Dana' } }),
  });
  inbox.setFilter('unlinked');
  await settle();
  expect(calls.at(-1)).toContain('filter=unlinked');
  live.say('lead.captured', { conversation_id: 'new' });
  await settle();
  expect(ids()).toBe('old');
});

test('a conversation that is gone leaves the list', async () => {
  const { live, ids } = await opened();
  live.say('conversation.updated', { conversation_id: 'new' });
  await settle();
  expect(ids()).toBe('old');
});

test('a reset reads the list again without emptying it', async () => {
  const { inbox, live, calls } = await opened();
  const before = calls.length;
  live.reset();
  expect(inbox.pager.status.value).toBe('ready');
  await settle();
  expect(calls).toHaveLength(before + 1);
});

test('after stop it follows nothing', async () => {
  const { live, stop } = await opened();
  stop();
  expect(live.listeners()).toBe(0);
});
