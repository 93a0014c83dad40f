import { beforeAll, describe, expect, test } from 'vitest';
import {
  aiUsageLog,
  chatMessages,
  chatSessions,
  customers,
  leads,
} from '../../../db/schema/index.ts';
import { testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { withTenant } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';
import type { RoomEvent } from '../events/events.ts';
import { type TestChat, testChat, turnEvents } from '../testing.ts';
import type { Conversation } from './conversation.ts';

let ctx: Ctx;

beforeAll(async () => {
  ctx = await testCtx();
});

async function say(room: Conversation, chat: TestChat, text: string): Promise<RoomEvent[]> {
  const id = newId();
  await room.accept({ id, text }, chat.proof);
  return turnEvents(room, id);
}

const rows = (scope: Ctx) =>
  withTenant(scope, async (tx) => ({
    customers: await tx.select().from(customers),
    leads: await tx.select().from(leads),
    sessions: await tx.select().from(chatSessions),
    messages: await tx.select().from(chatMessages),
    usage: await tx.select().from(aiUsageLog),
  }));

describe('who the visitor is', () => {
  test('is understood from their words, told as an event and lands on a customer', async () => {
    const scope = await testCtx();
    const chat = await testChat(scope);
    const room = chat.wakeUp();
    await say(room, chat, 'How much is a 10x10 patio?');
    const events = await say(room, chat, "I'm Maria Lopez, 916 555 0134");
    const understood = events.find(({ event }) => event === 'details');
    expect(understood?.data).toEqual({ fields: ['name', 'phone'] });
    const found = await rows(scope);
    expect(found.customers).toMatchObject([{ name: 'Maria Lopez', phone: '+19165550134' }]);
    expect(found.leads).toMatchObject([{ action: 'created', sessionId: chat.claims.sessionId }]);
    expect(found.sessions[0]?.customerId).toBe(found.customers[0]?.id);
    expect(found.leads[0]?.details.map(({ field, raw }) => [field, raw])).toEqual(
      expect.arrayContaining([
        ['name', 'Maria Lopez'],
        ['phone', '916 555 0134'],
      ]),
    );
  });

  test('said over several messages is one customer and one lead', async () => {
    const scope = await testCtx();
    const chat = await testChat(scope);
    const room = chat.wakeUp();
    for (const text of ["I'm Dave", 'dave@example.com', 'my number is 916-555-0199']) {
      await say(room, chat, text);
    }
    const found = await rows(scope);
    expect(found.customers).toHaveLength(1);
    expect(found.customers[0]).toMatchObject({
      name: 'Dave',
      email: 'dave@example.com',
      phone: '+19165550199',
    });
    expect(found.leads).toHaveLength(1);
  });

  test('said in two chats at the same instant makes one customer', async () => {
    const scope = await testCtx();
    const chats = await Promise.all([1, 2, 3, 4].map(() => testChat(scope)));
    await Promise.all(
      chats.map((chat) => say(chat.wakeUp(), chat, "it's Ann Field, 916 555 0177")),
    );
    const found = await rows(scope);
    expect(found.customers).toHaveLength(1);
    const linked = new Set(found.sessions.map(({ customerId }) => customerId));
    expect([...linked]).toEqual([found.customers[0]?.id]);
  });
});

describe('a turn that its room did not live to end', () => {
  test('is reported by the next event stream, closed in the ledger, and may be sent again', async () => {
    const chat = await testChat(ctx);
    const message = { id: newId(), text: 'hello' };
    // A provider that never answers: the room is given up in mid-turn.
    const settings = { OPENAI_API_KEY: 'none', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
    const abandoned = chat.wakeUp({ ...settings, OPENAI_MODEL: 'gpt-4o-mini' });
    await abandoned.accept(message, chat.proof);
    const before = await rows(ctx);
    expect(before.messages).toMatchObject([{ id: message.id, status: 'open' }]);
    expect(before.usage).toMatchObject([{ outcome: 'pending' }]);

    const next = chat.wakeUp();
    const seen = 7; // more than was saved: the room told it before it ended
    await next.subscribe(() => {});
    const told = await next.eventsAfter(seen, chat.proof);
    expect(told.map(({ event }) => event)).toEqual(['error']);
    const last = told[0]?.id ?? 0;
    expect(last).toBeGreaterThan(seen);
    const after = await rows(ctx);
    expect(after.messages[0]?.status).toBe('interrupted');
    expect(after.usage).toMatchObject([{ outcome: 'interrupted', measure: 'estimated' }]);

    await next.accept(message, chat.proof);
    const events = await turnEvents(next, message.id);
    expect(events.at(-1)?.event).toBe('turn.completed');
    const evicted = chat.wakeUp();
    const replayed = await evicted.eventsAfter(last, chat.proof);
    expect(replayed).toEqual(await next.eventsAfter(last, chat.proof));
  });
});
