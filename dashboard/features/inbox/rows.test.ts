import { expect, test } from 'vitest';
import type { FeedEvent } from '../../lib/wire.ts';
import { conversation, message } from '../../testing/fixtures.ts';
import { belongs, conversationOf, messageOfEvent, placeRow, withMessage } from './rows.ts';

const at = (id: string, hour: number) =>
  conversation({ id, last_message_at: `2026-11-21T${String(hour).padStart(2, '0')}:00:00Z` });
const ids = (rows: { id: string }[]) => rows.map((row) => row.id).join('');
const event = (topic: string, payload: Record<string, unknown>): FeedEvent => ({
  type: 'event',
  cursor: '1.1',
  topic,
  payload,
});
const shown = { belongs: true, hasMore: false };

test('a row stands where its last message belongs', () => {
  const rows = [at('a', 12), at('b', 10), at('c', 8)];
  expect(ids(placeRow(rows, at('x', 13), shown))).toBe('xabc');
  expect(ids(placeRow(rows, at('x', 11), shown))).toBe('axbc');
  expect(ids(placeRow(rows, at('x', 1), shown))).toBe('abcx');
  expect(ids(placeRow(rows, at('c', 13), shown))).toBe('cab');
});

test('a row that would fall below the loaded pages is left to them', () => {
  const rows = [at('a', 12), at('b', 10)];
  expect(ids(placeRow(rows, at('x', 1), { belongs: true, hasMore: true }))).toBe('ab');
});

test('a row that no longer belongs leaves', () => {
  const rows = [at('a', 12), at('b', 10)];
  expect(ids(placeRow(rows, at('a', 12), { belongs: false, hasMore: false }))).toBe('b');
});

test('filters', () => {
  const linked = conversation({ customer: { id: 'k', name: null } });
  expect(belongs('all', linked)).toBe(true);
  expect(belongs('unlinked', linked)).toBe(false);
  expect(belongs('unlinked', conversation())).toBe(true);
  expect(belongs('human', conversation({ status: 'human' }))).toBe(true);
  expect(belongs('human', conversation())).toBe(false);
});

test('a new message shows on its row, an old or known one does not', () => {
  const row = conversation({ message_count: 2, last_message_at: '2026-11-21T09:00:00Z' });
  const newer = message({ text: 'new', created_at: '2026-11-21T09:00:01Z' });
  const after = withMessage(row, newer);
  expect(after).toMatchObject({ message_count: 3, last_message: { text: 'new' } });
  expect(withMessage(after, newer)).toBe(after);
});

test('an event names its conversation in one of several places', () => {
  expect(conversationOf(event('lead.captured', { conversation_id: 'c' }))).toBe('c');
  expect(conversationOf(event('quote.created', { session_id: 'c' }))).toBe('c');
  expect(conversationOf(event('conversation.updated', { conversation: { id: 'c' } }))).toBe('c');
  expect(conversationOf(event('conversation.created', { id: 'c' }))).toBe('c');
  expect(conversationOf(event('customer.updated', { id: 'k' }))).toBeNull();
  expect(conversationOf(event('customer.updated', { conversation_id: 7 }))).toBeNull();
});

test('a message is taken from its own topic only, and only when it is one', () => {
  const said = message();
  expect(messageOfEvent(event('conversation.message', { message: said }))).toEqual(said);
  expect(messageOfEvent(event('conversation.updated', { message: said }))).toBeNull();
  expect(messageOfEvent(event('conversation.message', { message: null }))).toBeNull();
});
