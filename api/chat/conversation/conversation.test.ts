import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { chatMessages, chatSessions } from '../../../db/schema/chat.ts';
import { testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { withTenant } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';
import { roomDeps } from '../room/room-deps.ts';
import { type TestChat, testChat, testEnv, textOf, turnEvents } from '../testing.ts';
import { Conversation } from './conversation.ts';

let ctx: Ctx;
let chat: TestChat;

beforeAll(async () => {
  ctx = await testCtx();
});

const messagesOf = ({ claims }: TestChat) =>
  withTenant(ctx, (tx) =>
    tx
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.sessionId, claims.sessionId))
      .orderBy(chatMessages.seq),
  );

describe('a turn', () => {
  beforeAll(async () => {
    chat = await testChat(ctx);
  });

  test('streams an answer whose parts are its message, prices it by the calculator and saves both', async () => {
    const room = chat.wakeUp();
    const id = newId();
    await room.accept({ id, text: 'How much is a 20x25 paver patio?' }, chat.proof);
    const events = await turnEvents(room, id);
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['turn.started', 'quote', 'text', 'turn.completed']),
    );
    expect(events[0]?.event).toBe('turn.started');
    const last = events.at(-1);
    if (last?.event !== 'turn.completed') throw new Error('the turn did not complete');
    expect(textOf(events)).toBe(last.data.message.text);
    expect(last.data.message.text).toContain('$5,000.00');
    const [asked, answer] = await messagesOf(chat);
    expect(asked).toMatchObject({ id, role: 'visitor', status: 'complete', firstEventId: 1 });
    expect(answer).toMatchObject({ role: 'assistant', assistant: 'guided', replyTo: id });
    expect(answer?.quoteIds).toHaveLength(1);
    const [session] = await withTenant(ctx, (tx) =>
      tx.select().from(chatSessions).where(eq(chatSessions.id, chat.claims.sessionId)),
    );
    expect(session).toMatchObject({ messageCount: 2, lastMessageRole: 'assistant' });
    expect(session?.lastEventId).toBe(last.id);
  });

  test('is told again to the byte from any event on, by the same room and by a new one', async () => {
    const first = chat.wakeUp();
    const all = await first.eventsAfter(0, chat.proof);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, i) => i + 1));
    for (const room of [first, chat.wakeUp()]) {
      for (let after = 0; after <= all.length; after++) {
        expect(await room.eventsAfter(after, chat.proof)).toEqual(all.slice(after));
      }
    }
  });
});

describe('messages that come in unusual ways', () => {
  beforeAll(async () => {
    chat = await testChat(ctx);
  });

  test('the same message twice is one turn, and both callers see it', async () => {
    const room = chat.wakeUp();
    const message = { id: newId(), text: 'hello' };
    await Promise.all([room.accept(message, chat.proof), room.accept(message, chat.proof)]);
    const events = await turnEvents(room, message.id);
    await room.accept(message, chat.proof);
    expect(await turnEvents(room, message.id)).toEqual(events);
    const again = chat.wakeUp();
    await again.accept(message, chat.proof);
    expect(await turnEvents(again, message.id)).toEqual(events);
    expect(await messagesOf(chat)).toHaveLength(2);
  });

  test('the same id with another text is refused', async () => {
    const room = chat.wakeUp();
    const id = newId();
    await room.accept({ id, text: 'one' }, chat.proof);
    const other = room.accept({ id, text: 'two' }, chat.proof);
    await expect(other).rejects.toMatchObject({ code: 'message_id_taken' });
    await turnEvents(room, id);
  });

  test("the id of another session's message is refused", async () => {
    const [taken] = await messagesOf(chat);
    const other = await testChat(ctx);
    const accepted = other.wakeUp().accept({ id: taken?.id ?? '', text: 'mine' }, other.proof);
    await expect(accepted).rejects.toMatchObject({ code: 'message_id_taken' });
    expect(await messagesOf(other)).toHaveLength(0);
  });

  test('two at once are answered in order', async () => {
    const fresh = await testChat(ctx);
    const room = fresh.wakeUp();
    const [a, b] = [newId(), newId()];
    await Promise.all([
      room.accept({ id: a, text: 'hi' }, fresh.proof),
      room.accept({ id: b, text: 'what are your hours?' }, fresh.proof),
    ]);
    await turnEvents(room, b);
    const answers = (await messagesOf(fresh)).filter(({ role }) => role === 'assistant');
    expect(answers.map(({ replyTo }) => replyTo)).toEqual([a, b]);
  });
});

describe('a room', () => {
  test('refuses a key that is not the site’s and an origin that it does not list', async () => {
    const fresh = await testChat(ctx);
    const message = { id: newId(), text: 'hi' };
    const wrongKey = fresh.wakeUp().accept(message, { ...fresh.proof, widgetKey: 'pk_other' });
    await expect(wrongKey).rejects.toMatchObject({ code: 'widget_key_invalid' });
    const foreign = fresh
      .wakeUp()
      .accept(message, { ...fresh.proof, origin: 'https://evil.example' });
    await expect(foreign).rejects.toMatchObject({ code: 'origin_not_allowed' });
    expect(await messagesOf(fresh)).toHaveLength(0);
  });

  test('refuses a turn over the limit, leaves no trace of it and says when to come back', async () => {
    const fresh = await testChat(ctx);
    const room = fresh.wakeUp({ CHAT_TURNS_PER_VISITOR_HOUR: '2' });
    for (const text of ['one', 'two']) {
      const id = newId();
      await room.accept({ id, text }, fresh.proof);
      await turnEvents(room, id);
    }
    const third = { id: newId(), text: 'three' };
    const refusal = await room.accept(third, fresh.proof).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'rate_limited' });
    expect(Number(refusal.details.headers['Retry-After'])).toBeGreaterThan(0);
    expect(refusal.details.headers['RateLimit-Policy']).toContain('q=2');
    expect((await messagesOf(fresh)).some(({ id }) => id === third.id)).toBe(false);
    const patient = fresh.wakeUp({ CHAT_TURNS_PER_VISITOR_HOUR: '3' });
    await patient.accept(third, fresh.proof);
    const events = await turnEvents(patient, third.id);
    expect(events.at(-1)?.event).toBe('turn.completed');
  });

  test('does not know a session of another company, whoever signed for it', async () => {
    const fresh = await testChat(ctx);
    const other = await testCtx();
    const claims = { ...fresh.claims, companyId: other.companyId };
    const world = { env: testEnv(), db: ctx.db, claims, requestId: newId(), keepAlive: () => {} };
    const room = new Conversation(roomDeps(world));
    await expect(room.eventsAfter(0, fresh.proof)).rejects.toMatchObject({ code: 'not_found' });
    const message = { id: newId(), text: 'hi' };
    await expect(room.accept(message, fresh.proof)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('takes the contact form down, thanks for it and asks nobody', async () => {
    const fresh = await testChat(ctx);
    const room = fresh.wakeUp();
    const details = { name: 'Maria Lopez', phone: '+19165550134' };
    const { saved } = await room.submitDetails(details, fresh.proof);
    expect(saved).toEqual(['name', 'phone']);
    const events = await room.eventsAfter(0, fresh.proof);
    expect(events.map(({ event }) => event)).toEqual(['details', 'message']);
    const [thanks] = await messagesOf(fresh);
    expect(thanks?.text).toContain('Thanks, Maria Lopez');
  });
});
