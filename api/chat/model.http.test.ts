import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MockReply, mockText, NAMED_REPLIES } from '../../e2e/mock-model/mock-reply.ts';
import { startMockModel } from '../../e2e/mock-model/start-mock-model.ts';
import {
  type ModelServer,
  PRICES_PATIO,
  startModelServer,
} from '../../e2e/support/model-server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import {
  isOver,
  joined,
  readEvents,
  WidgetClient,
  type WireEvent,
} from '../../e2e/support/widget-client.ts';

const TEXT = mockText(12).join('');
const HALF = 'Thanks for asking, we can';
const HANDOVER = `${HALF}…\n\nSorry, I was cut off there. Let me take it from here.\n\n`;
const QUESTION = 'How much is a 20x25 paver patio?';
const PRICE = 'Paver patio, 500 sq ft, standard concrete pavers: **$10,859.87**.';

interface Turn {
  visitor: WidgetClient;
  events: WireEvent[];
}

let world: ModelServer;
/** A model silent from the start, and one that falls silent: 15 and 30 seconds, while the rest is tested. */
let silences: Promise<Turn>[];
beforeAll(async () => {
  world = await startModelServer();
  silences = ['stall_first', 'stall'].map((fault) => leave(`${QUESTION} mock:${fault}`));
  await vi.waitFor(() => expect(world.model.requests).toHaveLength(2), { timeout: 20_000 });
});
afterAll(() => world?.close());

const newVisitor = () => new WidgetClient(world.server.url).start();

/** A turn whose visitor leaves when it has begun and comes back for its end. */
async function leave(text: string): Promise<Turn> {
  const visitor = await newVisitor();
  await readEvents(await visitor.send(text), () => true);
  return { visitor, events: await visitor.events(1, isOver) };
}

/** A turn for which the model has these replies, one after the other. */
async function turn(...replies: (MockReply | undefined)[]): Promise<Turn> {
  const visitor = await newVisitor();
  world.model.enqueue(...replies.map((reply) => reply ?? {}));
  return { visitor, events: await visitor.say(QUESTION) };
}

/** The one answer of the turn, saved as it was told. */
async function answerOf({ visitor, events }: Turn) {
  const names = events.map(({ event }) => event);
  expect(names[0]).toBe('turn.started');
  expect(names.at(-1)).toBe('turn.completed');
  expect(names.filter((name) => /^turn|error/.test(name))).toHaveLength(2);
  const { message } = events.at(-1)?.data ?? {};
  expect(joined(events)).toBe(message.text);
  const items = await visitor.messages();
  expect(items.map(({ role }) => role)).toEqual(['visitor', 'assistant']);
  expect(items[1]).toMatchObject({ id: message.id, text: message.text });
  return items[1];
}

/** How the turn's calls ended, in their order; all are closed and paid for. */
async function callsOf({ visitor }: Turn): Promise<string[]> {
  const rows = await world.ledger(visitor.session.id);
  expect(rows.map(({ attempt }) => attempt)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.every((row) => row.is_closed)).toBe(true);
  return rows.map(({ outcome, measure }) => `${outcome}, ${measure}`);
}

describe('before its first word', () => {
  test.each([
    ['429', 'rate_limited, estimated'],
    ['500', 'error, estimated'],
    ['cut_first', 'error, estimated'],
  ])('a model that fails once (%s) is asked again', async (name, outcome) => {
    const done = await turn(NAMED_REPLIES[name]);
    expect(await answerOf(done)).toMatchObject({ text: TEXT, assistant: 'model' });
    expect(await callsOf(done)).toEqual([outcome, 'ok, measured']);
  });

  test.each([
    ['429', 'rate_limited, estimated'],
    ['500', 'error, estimated'],
    ['cut_first', 'error, estimated'],
  ])('one that fails twice (%s) makes room for the guided assistant', async (name, outcome) => {
    const done = await turn(NAMED_REPLIES[name], NAMED_REPLIES[name]);
    const answer = await answerOf(done);
    expect(answer?.assistant).toBe('guided');
    expect(answer?.text.startsWith(PRICE)).toBe(true);
    expect(answer?.quote_ids).toHaveLength(1);
    expect(await callsOf(done)).toEqual([outcome, outcome]);
  });

  test('one that refuses has cost nothing', async () => {
    const { visitor } = await turn(NAMED_REPLIES['429'], NAMED_REPLIES['500']);
    const rows = await world.ledger(visitor.session.id);
    expect(rows.map(({ cost }) => cost)).toEqual([0, 0]);
  });

  test('one that sends the request elsewhere is not followed', async () => {
    const elsewhere = await startMockModel();
    const done = await turn({
      status: 307,
      headers: { Location: `${elsewhere.baseUrl}/chat/completions` },
    });
    expect((await answerOf(done))?.text.startsWith(PRICE)).toBe(true);
    expect(elsewhere.requests).toEqual([]);
    expect(await callsOf(done)).toEqual(['error, estimated']);
    await elsewhere.close();
  });

  test('one that has nothing to say makes room, too', async () => {
    const done = await turn(NAMED_REPLIES.empty);
    expect((await answerOf(done))?.text.startsWith(PRICE)).toBe(true);
    expect(await callsOf(done)).toEqual(['ok, measured']);
  });
});

describe('in the middle of its answer', () => {
  test.each(['cut', 'end_early', 'malformed', 'error_chunk'])(
    'a model that breaks off (%s) is taken over from, in the same answer',
    async (name) => {
      const done = await turn(NAMED_REPLIES[name]);
      const answer = await answerOf(done);
      expect(answer?.assistant).toBe('guided');
      expect(answer?.text.startsWith(HANDOVER + PRICE)).toBe(true);
      expect(await callsOf(done)).toEqual(['error, estimated']);
    },
  );

  test('chunks that make no sense are left out', async () => {
    const done = await turn(NAMED_REPLIES.odd_chunks);
    expect(await answerOf(done)).toMatchObject({ text: TEXT, assistant: 'model' });
    expect(await callsOf(done)).toEqual(['ok, measured']);
  });

  test('a character that is never finished does not cost the visitor the answer', async () => {
    const done = await turn({ text: ['Nice \ud83d', '\ude00 yard \ud83d', 'x'] });
    expect(await answerOf(done)).toMatchObject({
      text: 'Nice 😀 yard \ufffdx',
      assistant: 'model',
    });
  });

  test('a made-up price never reaches the visitor', async () => {
    const done = await turn(NAMED_REPLIES.made_up_price);
    expect((await answerOf(done))?.text).toMatch(/^A patio like that costs about an amount I can/);
    expect(JSON.stringify(done.events)).not.toContain('2,50');
  });
});

test('an answer that gets too long is cut, saved as it was told, and billed as measured', async () => {
  const done = await turn({ text: Array.from({ length: 4_200 }, () => 'word ') });
  const answer = await answerOf(done);
  expect(answer?.assistant).toBe('model');
  expect(answer?.text).toMatch(/word ?…\n\nThis answer got too long and stops here\./);
  expect(await callsOf(done)).toEqual(['aborted, measured']);
});

test('an answer without usage is billed as estimated', async () => {
  const done = await turn(NAMED_REPLIES.no_usage);
  expect(await answerOf(done)).toMatchObject({ text: TEXT, assistant: 'model' });
  expect(await callsOf(done)).toEqual(['ok, estimated']);
  const [row] = await world.ledger(done.visitor.session.id);
  expect(row?.output_tokens).toBe(Math.ceil(TEXT.length / 4));
  expect(row?.cost).toBeGreaterThan(0);
});

test('tools called side by side all take effect, and the next round tells of them', async () => {
  const details = { name: 'Ana Ruiz', phone: '916 555 0142' };
  const done = await turn({
    toolCalls: [
      { name: 'save_customer_details', args: details },
      { name: 'request_human', args: { reason: 'asked for one' } },
      ...(PRICES_PATIO.toolCalls ?? []),
    ],
  });
  const answer = await answerOf(done);
  expect(answer).toMatchObject({ assistant: 'model', text: 'Your total comes to $10,859.87.' });
  expect(answer?.quote_ids).toHaveLength(1);
  const names = done.events.map(({ event }) => event);
  expect(names).toEqual(expect.arrayContaining(['quote', 'details']));
  expect(await callsOf(done)).toEqual(['ok, measured', 'ok, measured']);
  const results = world.model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool');
  expect(results).toHaveLength(3);
  const [session] = await world.sql`select s.status, c.name, c.phone from chat_sessions s
    join customers c on c.id = s.customer_id where s.id = ${done.visitor.session.id}`;
  expect(session).toEqual({ status: 'human', name: 'Ana Ruiz', phone: '+19165550142' });
});

test('a company that has spent its budget is answered by the guided assistant, at no cost', async () => {
  const owner = await staffClient(world.server.url);
  const setBudget = (limit: string | null) =>
    owner('PUT', '/api/ai-budget', { monthly_limit_usd: limit });
  expect((await setBudget('0.00')).status).toBe(200);
  const asked = world.model.requests.length;
  const visitor = await newVisitor();
  const done = { visitor, events: await visitor.say(QUESTION) };
  expect((await setBudget(null)).status).toBe(200);
  const answer = await answerOf(done);
  expect(answer?.assistant).toBe('guided');
  expect(answer?.text.startsWith(PRICE)).toBe(true);
  expect(await callsOf(done)).toEqual([]);
  expect(world.model.requests).toHaveLength(asked);
});

test('a model that is silent for too long is taken over from, although the visitor has left', async () => {
  const [first, middle] = await Promise.all(silences);
  if (!first || !middle) throw new Error('both have ended');
  expect((await answerOf(first))?.text.startsWith(PRICE)).toBe(true);
  expect((await answerOf(middle))?.text.startsWith(HANDOVER + PRICE)).toBe(true);
  for (const done of [first, middle]) {
    expect(await callsOf(done)).toEqual(['timeout, estimated']);
  }
  expect(world.model.open()).toBe(0);
}, 40_000);
