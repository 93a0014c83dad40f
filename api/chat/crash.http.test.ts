import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDataFolder } from '../../db/embedded/data-folder.ts';
import { scratchFolder } from '../../db/embedded/scratch-folder.ts';
import { mockText } from '../../e2e/mock-model/mock-reply.ts';
import {
  type ModelServer,
  PRICES_PATIO,
  startModelServer,
} from '../../e2e/support/model-server.ts';
import { follow, isOver, joined, WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

const TEXT = mockText(12).join('');
const QUESTION = 'Tell me about patios';

let stateFolder: string;
let world: ModelServer;

const NOT_BY_ITSELF = '3600';

/** On one machine and on Cloudflare; what is cut off is resumed after `RESUME_AFTER_S`. */
async function startWorld(shared: boolean, RESUME_AFTER_S = NOT_BY_ITSELF) {
  stateFolder = scratchFolder('crash');
  world = await startModelServer({}, { stateFolder, shared, vars: { RESUME_AFTER_S } });
}
async function endWorld() {
  await world?.close();
  removeDataFolder(stateFolder);
}

const newVisitor = () => new WidgetClient(world.server.url).start();

/** A visitor who reads the beginning of an answer that does not go on. */
async function inMidAnswer() {
  const visitor = await newVisitor();
  const id = newId();
  world.model.enqueue({ fault: 'stall' });
  const seen = follow(await visitor.send(QUESTION, id));
  await expect.poll(() => joined(seen.events)).toContain('Thanks');
  return { visitor, id, lastSeen: seen.events.at(-1)?.id ?? 0 };
}

/** Kills workerd, and the same visitor comes back to the next one. */
async function crashed(visitor: WidgetClient): Promise<WidgetClient> {
  await world.server.crash();
  return visitor.again(world.server.url);
}

const interruption = (messageId: string) => ({
  event: 'error',
  data: { problem: { code: 'turn_interrupted', status: 503 }, message_id: messageId },
});

describe.each([
  ['on one machine', true],
  ['on Cloudflare', false],
])('workerd killed in the middle of a turn, %s', (_, shared) => {
  beforeAll(() => startWorld(shared));
  afterAll(endWorld);

  test('keeps the message, says what happened, closes the call and answers the same message', async () => {
    const { visitor, id, lastSeen } = await inMidAnswer();
    const session = visitor.session.id;
    expect(await world.ledger(session)).toMatchObject([{ outcome: 'pending', is_closed: false }]);
    const back = await crashed(visitor);
    expect(await back.messages()).toMatchObject([{ id, role: 'visitor', text: QUESTION }]);
    const told = await back.events(lastSeen, isOver);
    expect(told).toMatchObject([interruption(id)]);
    const [row] = await world.ledger(session);
    expect(row).toMatchObject({ outcome: 'interrupted', measure: 'estimated', is_closed: true });
    expect(row?.cost).toBe(row?.reserved);

    const other = await back.send('Another text', id);
    expect((await other.json()).code).toBe('message_id_taken');
    const again = await back.say(QUESTION, id);
    expect(again.every((event) => event.id > (told[0]?.id ?? 0))).toBe(true);
    expect(joined(again)).toBe(TEXT);
    expect(await back.say(QUESTION, id)).toEqual(again);
    expect(await back.messages()).toMatchObject([{ id }, { role: 'assistant', text: TEXT }]);
    expect(await world.ledger(session)).toMatchObject([
      { outcome: 'interrupted', measure: 'estimated' },
      { outcome: 'ok', measure: 'measured' },
    ]);
  });

  test('is told to each tab, whichever comes back first and however much it has seen', async () => {
    const { visitor, id, lastSeen } = await inMidAnswer();
    const back = await crashed(visitor);
    for (const seen of [lastSeen - 1, lastSeen, 0, lastSeen]) {
      expect((await back.events(seen, isOver)).at(-1)).toMatchObject(interruption(id));
    }
  });

  test('does not stand in the way of who sends the message again first', async () => {
    const { visitor, id, lastSeen } = await inMidAnswer();
    const back = await crashed(visitor);
    const again = await back.say(QUESTION, id);
    expect(joined(again)).toBe(TEXT);
    expect(again[0]?.id).toBeGreaterThan(lastSeen);
    expect((await world.ledger(back.session.id)).map(({ outcome }) => outcome)).toEqual([
      'interrupted',
      'ok',
    ]);
  });

  test('interrupts the message that waited behind it, too', async () => {
    const { visitor, id, lastSeen } = await inMidAnswer();
    const second = newId();
    follow(await visitor.send('And fences?', second));
    const back = await crashed(visitor);
    const told = await back.events(
      lastSeen,
      (events) => events.filter(({ event }) => event === 'error').length === 2,
    );
    expect(told.filter(({ event }) => event === 'error')).toMatchObject([
      interruption(id),
      interruption(second),
    ]);
    const rows = await world.ledger(back.session.id);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['interrupted', 'interrupted']);
    expect(joined(await back.say('And fences?', second))).toBe(TEXT);
  });

  test('leaves no call open where nobody ever comes back', async () => {
    const { visitor } = await inMidAnswer();
    const session = visitor.session.id;
    await world.server.crash();
    await world.server.tick('*/5 * * * *');
    expect(await world.ledger(session)).toMatchObject([{ outcome: 'pending' }]);
    await world.sql`update ai_usage_log set created_at = created_at - interval '16 minutes'
      where session_id = ${session}`;
    await world.server.tick('*/5 * * * *');
    expect(await world.ledger(session)).toMatchObject([
      { outcome: 'interrupted', measure: 'estimated', is_closed: true },
    ]);
  });

  test('a room that is gone tells its whole past again, from any event on', async () => {
    const visitor = await newVisitor();
    world.model.enqueue(PRICES_PATIO);
    await visitor.say('How much is a 20x25 paver patio?');
    await visitor.say("I'm Ana Ruiz, 916 555 0134");
    const turns = (events: { event: string }[]) =>
      events.filter(({ event }) => event === 'turn.completed').length === 2;
    const whole = await visitor.events(0, turns);
    expect(whole.map(({ event }) => event)).toEqual(expect.arrayContaining(['quote', 'details']));
    const back = await crashed(visitor);
    for (const { id } of whole.slice(0, -1)) {
      const rest = whole.filter((event) => event.id > id);
      expect(await back.events(id, ({ length }) => length === rest.length)).toEqual(rest);
    }
  });
});

describe.each([
  ['on one machine', true],
  ['on Cloudflare', false],
])('a visitor who never comes back after a crash, %s', (_, shared) => {
  beforeAll(() => startWorld(shared, '2'));
  afterAll(endWorld);

  const texts = (session: string) =>
    world.sql`select role, text from chat_messages where session_id = ${session} order by seq`;

  test('is answered all the same', async () => {
    const { visitor } = await inMidAnswer();
    const { id } = visitor.session;
    await world.server.crash();
    await expect
      .poll(() => texts(id), { timeout: 20_000 })
      .toMatchObject([{ text: QUESTION }, { role: 'assistant', text: TEXT }]);
    expect((await world.ledger(id)).map(({ outcome }) => outcome)).toEqual(['interrupted', 'ok']);
  });
});
