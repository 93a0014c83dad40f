import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteView } from '../../calculator/views.ts';
import type { RoomEvent } from './events.ts';
import { replayEvents, saveEvents } from './saved-events.ts';

const quote = { id: 'q1' } as QuoteView;
const quotes = new Map([[quote.id, quote]]);

/** A turn's events as a room would send them, for these pieces of text. */
function turnOf(deltas: string[], firstId = 3): { events: RoomEvent[]; text: string } {
  const text = deltas.join('');
  const view = {
    id: 'answer',
    role: 'assistant' as const,
    text,
    quote_ids: ['q1'],
    created_at: '2026-01-01T00:00:00.000Z',
  };
  const told = [
    { event: 'turn.started', data: { message_id: 'answer', reply_to: 'asked' } },
    { event: 'details', data: { fields: ['phone'] } },
    { event: 'quote', data: { quote } },
    ...deltas.map((delta) => ({ event: 'text', data: { message_id: 'answer', delta } })),
    { event: 'details.requested', data: { fields: ['name'] } },
    { event: 'turn.completed', data: { message: view } },
  ];
  const events = told.map((event, i) => ({ ...event, id: firstId + i, turn: 'asked' }));
  return { events: events as RoomEvent[], text };
}

function savedTurn(deltas: string[]) {
  const { events, text } = turnOf(deltas);
  const completed = events.at(-1);
  const view = completed?.event === 'turn.completed' ? completed.data.message : null;
  if (!view) throw new Error('a turn ends with turn.completed');
  const saved = { view, replyTo: 'asked', firstEventId: 3, events: saveEvents(events) };
  return { events, text, saved };
}

test('a saved turn is told again to the byte, from any event on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', minLength: 1 })),
      fc.nat(40),
      (deltas, after) => {
        const { events, saved } = savedTurn(deltas);
        expect(replayEvents([saved], quotes, after)).toEqual(events.filter(({ id }) => id > after));
      },
    ),
  );
});

test('of a turn that was tried in vain before, the try that was answered is told', () => {
  const failed = turnOf(['half an ', 'answer']).events.slice(0, -1);
  const { events, text } = turnOf(['a whole', ' answer'], 40);
  const completed = events.at(-1);
  const view = completed?.event === 'turn.completed' ? completed.data.message : null;
  if (!view) throw new Error('a turn ends with turn.completed');
  const saved = saveEvents([...failed, ...events]);
  const told = replayEvents(
    [{ view, replyTo: 'asked', firstEventId: saved[0]?.[0] ?? null, events: saved }],
    quotes,
    0,
  );
  expect(told).toEqual(events);
  expect(told.map(({ event, data }) => (event === 'text' ? data.delta : '')).join('')).toBe(text);
});

test('what is saved does not hold the text twice', () => {
  const { saved } = savedTurn(['a long piece of text', ' and another']);
  expect(JSON.stringify(saved.events)).not.toContain('long piece');
});

test("a visitor's message is told as a whole message, and its interruption as an error", () => {
  const view = {
    id: 'asked',
    role: 'visitor' as const,
    text: 'hello',
    quote_ids: [],
    created_at: '2026-01-01T00:00:00.000Z',
  };
  const problem = {
    type: '',
    title: '',
    status: 503,
    code: 'turn_interrupted',
    request_id: '',
  } as const;
  const told = replayEvents(
    [{ view, replyTo: null, firstEventId: 1, events: [[2, 'error', problem]] }],
    quotes,
    0,
  );
  expect(told.map(({ id, event }) => [id, event])).toEqual([
    [1, 'message'],
    [2, 'error'],
  ]);
});
