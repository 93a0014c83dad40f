import { beforeEach, expect, test } from 'vitest';
import { aMessage, aQuote } from '../../testing/samples.ts';
import type { ChatEvent } from '../services/wire.ts';
import { applyEvent, isReachable } from './apply-event.ts';
import type { Store } from './store.ts';
import { addEntry, createEntry, createStore } from './store.ts';

let store: Store;
let emitted: [string, unknown][];
let nextId: number;

beforeEach(() => {
  store = createStore();
  emitted = [];
  nextId = 1;
});

const take = (name: ChatEvent['name'], data: unknown) =>
  applyEvent(store, { id: nextId++, name, data } as ChatEvent, (event, detail) =>
    emitted.push([event, detail]),
  );
const started = () => take('turn.started', { message_id: 'm1', reply_to: 'v1' });
const said = (delta: string) => take('text', { message_id: 'm1', delta });
const drawn = () =>
  store.entries.value.map(({ id, role, text, done }) => [id, role, text.whole(), done.value]);

test('a turn grows word by word and ends with its whole message', () => {
  started();
  expect(store.turn.value).toBe('m1');
  said('Hel');
  said('lo');
  expect(drawn()).toEqual([['m1', 'assistant', 'Hello', false]]);
  take('turn.completed', { message: aMessage({ text: 'Hello there' }) });
  expect(drawn()).toEqual([['m1', 'assistant', 'Hello there', true]]);
  expect(store.turn.value).toBeNull();
  expect(emitted).toEqual([['message', { id: 'm1', role: 'assistant' }]]);
});

test('a replay of a turn that is known already changes nothing', () => {
  take('message', { message: aMessage() });
  emitted = [];
  started();
  said('Hello');
  expect(drawn()).toEqual([['m1', 'assistant', 'Hello', true]]);
  take('turn.completed', { message: aMessage() });
  expect(drawn()).toEqual([['m1', 'assistant', 'Hello', true]]);
  expect(store.turn.value).toBeNull();
  expect(emitted).toEqual([]);
});

test('a quote belongs to the answer under way, once, and survives its end', () => {
  started();
  take('quote', { quote: aQuote() });
  take('quote', { quote: aQuote() });
  take('turn.completed', { message: aMessage() });
  expect(store.entries.value[0]?.quotes.value.map(({ id }) => id)).toEqual(['q1']);
  expect(emitted[0]).toEqual([
    'quote',
    { id: 'q1', number: 'Q-1042', service: 'paver_patio', total: 108_750, currency: 'USD' },
  ]);
});

test('a quote outside a turn goes to the last answer, or stands alone', () => {
  take('quote', { quote: aQuote({ id: 'alone' }) });
  take('message', { message: aMessage() });
  take('quote', { quote: aQuote({ id: 'late' }) });
  expect(store.entries.value.map(({ quotes }) => quotes.value[0]?.id)).toEqual(['alone', 'late']);
});

test("the visitor's own message comes back as a confirmation, not as a second one", () => {
  addEntry(store, createEntry('v1', 'visitor', '', 'Hi'));
  take('message', { message: aMessage({ id: 'v1', role: 'visitor', text: 'Hi' }) });
  expect(drawn()).toEqual([['v1', 'visitor', 'Hi', true]]);
  expect(emitted).toEqual([]);
});

test("a message of staff shows that a person is here, under that person's name", () => {
  take('message', { message: aMessage({ role: 'staff', author_name: 'Luis Rivera' }) });
  expect(store.person.value).toBe('here');
  expect(store.entries.value[0]?.author).toBe('Luis Rivera');
});

test('finished answers count as unread while closed, and are announced while open', () => {
  take('message', { message: aMessage({ id: 'a' }) });
  expect([store.unread.value, store.announced.value]).toEqual([1, '']);
  store.open.value = true;
  take('message', { message: aMessage({ id: 'b', text: 'Read me' }) });
  expect([store.unread.value, store.announced.value]).toEqual([1, 'Read me']);
  started();
  said('not yet');
  expect(store.announced.value).toBe('');
});

test('an error ends the turn, names the message, and the next turn takes the notice away', () => {
  started();
  said('Well, ');
  take('error', { problem: { code: 'turn_interrupted' }, message_id: 'v1' });
  expect(store.notice.value).toEqual({ kind: 'interrupted', messageId: 'v1' });
  expect(drawn()).toEqual([['m1', 'assistant', 'Well, ', true]]);
  take('turn.started', { message_id: 'm2', reply_to: 'v1' });
  expect(store.notice.value).toBeNull();
});

test('an answer that ended before its first word is not drawn', () => {
  addEntry(store, createEntry('v1', 'visitor', '', 'Hi'));
  started();
  take('error', { problem: {}, message_id: null });
  expect(drawn().map(([id]) => id)).toEqual(['v1']);
  expect(store.notice.value?.messageId).toBe('v1');
});

test('another notice is not taken away by a turn', () => {
  store.notice.value = { kind: 'failed' };
  started();
  expect(store.notice.value).toEqual({ kind: 'failed' });
});

test('the form is shown when details are asked for, unless there is a way to answer', () => {
  take('details.requested', { fields: ['name', 'email'] });
  expect(store.form.value?.state).toBe('open');
  store.form.value = null;
  take('details', { fields: ['name'] });
  expect(isReachable(store)).toBe(false);
  take('details', { fields: ['phone'] });
  expect(isReachable(store)).toBe(true);
  take('details.requested', { fields: ['email'] });
  expect(store.form.value).toBeNull();
});

test('the form goes when the visitor has answered in words instead, but not while it is sent', () => {
  take('details.requested', { fields: ['name', 'email'] });
  take('details', { fields: ['name'] });
  expect(store.form.value?.state).toBe('open');
  store.form.value = { state: 'saving', errors: {} };
  take('details', { fields: ['phone'] });
  expect(store.form.value?.state).toBe('saving');
  store.form.value = { state: 'open', errors: {} };
  take('details', { fields: ['email'] });
  expect(store.form.value).toBeNull();
});

test('asking again does not empty a form that is being filled in', () => {
  const form = { state: 'open' as const, errors: { email: 'email' as const } };
  store.form.value = form;
  take('details.requested', { fields: ['email'] });
  expect(store.form.value).toBe(form);
});

test('a lead is told once for each new field', () => {
  take('details', { fields: ['name', 'phone'] });
  take('details', { fields: ['phone'] });
  take('details', { fields: ['phone', 'email'] });
  expect(emitted).toEqual([
    ['lead', { fields: ['name', 'phone'] }],
    ['lead', { fields: ['email'] }],
  ]);
});

test('text for an answer that is not known, and events of a later version, are let go', () => {
  said('lost');
  take('reaction' as 'text', {});
  expect(drawn()).toEqual([]);
});

test('a turn that begins while another is open closes it', () => {
  started();
  said('One');
  take('turn.started', { message_id: 'm2', reply_to: 'v2' });
  expect(drawn().map(([id, , , done]) => [id, done])).toEqual([
    ['m1', true],
    ['m2', false],
  ]);
});
