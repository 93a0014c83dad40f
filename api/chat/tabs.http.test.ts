import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mockText } from '../../e2e/mock-model/mock-reply.ts';
import {
  type ModelServer,
  PRICES_PATIO,
  startModelServer,
} from '../../e2e/support/model-server.ts';
import {
  follow,
  isOver,
  joined,
  readEvents,
  WidgetClient,
  type WireEvent,
} from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

const TOKENS = 8;
const TOKEN_MS = 130; // slower than the longest step of reading: each token is an event of its own
const TEXT = mockText(TOKENS).join('');
const EVENTS = TOKENS + 2;

let world: ModelServer;
beforeAll(async () => {
  const vars = { CHAT_STREAMS_PER_SESSION: '50' }; // each event is resumed from at once
  world = await startModelServer({ tokens: TOKENS, tokenMs: TOKEN_MS }, { vars });
});
afterAll(() => world?.close());

const newVisitor = () => new WidgetClient(world.server.url).start();

/** Every event of the session, and that each way to resume tells the same. */
async function wholeSession(visitor: WidgetClient, turns = 1): Promise<WireEvent[]> {
  const enough = (events: WireEvent[]) =>
    events.filter(({ event }) => event === 'turn.completed').length === turns;
  const whole = await visitor.events(0, enough);
  expect(whole.map(({ id }) => id)).toEqual(whole.map((_, i) => i + 1));
  const rests = whole.slice(0, -1).map(async ({ id }) => {
    const rest = whole.filter((event) => event.id > id);
    expect(await visitor.events(id, ({ length }) => length === rest.length)).toEqual(rest);
  });
  await Promise.all(rests);
  return whole;
}

describe('a connection that is cut', () => {
  test.concurrent.each(Array.from({ length: EVENTS }, (_, seen) => seen))(
    'after %i events leaves the turn to end, to be saved and billed, and resumes from any event',
    async (seen) => {
      const visitor = await newVisitor();
      const cut = new AbortController();
      const response = await visitor.send('Hi', newId(), { signal: cut.signal });
      const read = seen > 0 ? await readEvents(response, ({ length }) => length >= seen) : [];
      cut.abort();
      const whole = await wholeSession(visitor);
      expect(whole).toEqual(expect.arrayContaining(read));
      expect(joined(whole)).toBe(TEXT);
      expect(await visitor.messages()).toMatchObject([
        { role: 'visitor' },
        { role: 'assistant', text: TEXT, assistant: 'model' },
      ]);
      expect(await world.ledger(visitor.session.id)).toMatchObject([
        { outcome: 'ok', measure: 'measured', output_tokens: TOKENS, is_closed: true },
      ]);
    },
  );

  test('before any answer came is no different', async () => {
    const visitor = await newVisitor();
    const cut = new AbortController();
    const asked = world.model.requests.length;
    const sent = visitor.send('Hi', newId(), { signal: cut.signal }).catch(() => null);
    await expect.poll(() => world.model.requests.length, { interval: 1 }).toBe(asked + 1);
    cut.abort();
    await sent;
    expect(joined(await wholeSession(visitor))).toBe(TEXT);
  });

  test('during a tool call loses neither the quote nor the words behind it', async () => {
    const visitor = await newVisitor();
    const cut = new AbortController();
    world.model.enqueue(PRICES_PATIO);
    const response = await visitor.send('20x25 patio', newId(), { signal: cut.signal });
    await readEvents(response, ({ length }) => length > 0);
    cut.abort();
    const whole = await wholeSession(visitor);
    expect(whole.map(({ event }) => event)).toContain('quote');
    expect(joined(whole)).toBe('Your total comes to $10,859.87.');
  });
});

describe('two tabs', () => {
  test('with the same message are one turn, and both see all of it', async () => {
    const visitor = await newVisitor();
    const other = visitor.again();
    const id = newId();
    const asked = world.model.requests.length;
    const rest = Promise.withResolvers<void>();
    world.model.enqueue({ hold: rest.promise });
    const first = follow(await visitor.send('Hi', id));
    const twin = follow(await other.send('Hi', id));
    await expect.poll(() => joined(first.events)).not.toBe('');
    const late = follow(await other.send('Hi', id));
    rest.resolve();
    await Promise.all([first.ended, twin.ended, late.ended]);
    expect(joined(first.events)).toBe(TEXT);
    expect(twin.events).toEqual(first.events);
    expect(late.events).toEqual(first.events);
    expect(await other.say('Hi', id)).toEqual(first.events);
    expect(await visitor.messages()).toHaveLength(2);
    expect(world.model.requests).toHaveLength(asked + 1);
    expect(await world.ledger(visitor.session.id)).toHaveLength(1);
  });

  test('that race with the same first message make one turn', async () => {
    const visitor = await newVisitor();
    const id = newId();
    const tabs = Array.from({ length: 5 }, () => visitor.again().say('Hi', id));
    const [first, ...others] = await Promise.all(tabs);
    for (const events of others) expect(events).toEqual(first);
    expect(await visitor.messages()).toHaveLength(2);
    expect(await world.ledger(visitor.session.id)).toHaveLength(1);
  });

  test('with the same id and other words: the second is refused and changes nothing', async () => {
    const visitor = await newVisitor();
    const id = newId();
    const first = follow(await visitor.send('Hi', id));
    const second = await visitor.again().send('Hello', id);
    expect([second.status, (await second.json()).code]).toEqual([409, 'message_id_taken']);
    await first.ended;
    expect(joined(first.events)).toBe(TEXT);
    expect(await visitor.messages()).toHaveLength(2);
  });

  test('are told live of what the other one says', async () => {
    const visitor = await newVisitor();
    const watching = visitor.again().events(0, isOver);
    const events = await visitor.say('Hi');
    const [message, ...turn] = await watching;
    expect(message?.data.message).toMatchObject({ role: 'visitor', text: 'Hi' });
    expect(turn).toEqual(events);
  });
});

test('two messages at once are answered one after the other, each to its own sender', async () => {
  const visitor = await newVisitor();
  const ids = [newId(), newId()];
  const [a = [], b = []] = await Promise.all(
    ids.map((id) => visitor.again().say(`I am ${id}`, id)),
  );
  for (const events of [a, b]) expect(joined(events)).toBe(TEXT);
  const whole = await wholeSession(visitor, 2);
  const started = whole.filter(({ event }) => event === 'turn.started');
  const completed = whole.filter(({ event }) => event === 'turn.completed');
  expect(completed[0]?.id).toBeLessThan(started[1]?.id ?? 0);
  const heard = (await visitor.messages()).filter(({ role }) => role === 'visitor');
  expect(started.map(({ data }) => data.reply_to)).toEqual(heard.map(({ id }) => id));
  const later = world.model.requests.at(-1)?.messages.map(({ content }) => content);
  expect(later).toContain(heard[0]?.text);
  expect(later).toContain(TEXT);
});
