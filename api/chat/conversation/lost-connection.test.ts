import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chatMessages, chatSessions } from '../../../db/schema/chat.ts';
import { type CuttingProxy, cuttingProxy } from '../../../db/testing/cutting-proxy.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { connect } from '../../platform/database/connect.ts';
import { withTenant } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';
import { type TestChat, testChat, textOf, turnEvents } from '../testing.ts';
import type { Conversation } from './conversation.ts';

let proxy: CuttingProxy;
let ctx: Ctx;
let chat: TestChat;
let room: Conversation;

beforeAll(async () => {
  const { database } = await fileDatabase();
  proxy = await cuttingProxy(database.appUrl);
  ctx = await testCtx();
});
beforeEach(async () => {
  chat = await testChat(ctx);
  room = chat.wakeUp({}, connect(proxy.url));
  await ask('hello');
});
afterAll(() => proxy.close());

async function ask(text: string, id = newId()): Promise<string> {
  await room.accept({ id, text }, chat.proof);
  await turnEvents(room, id);
  return id;
}

const stored = () =>
  withTenant(ctx, async (tx) => {
    const { sessionId } = chat.claims;
    const messages = await tx
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.sessionId, sessionId))
      .orderBy(asc(chatMessages.seq));
    const [session] = await tx.select().from(chatSessions).where(eq(chatSessions.id, sessionId));
    return { messages, session };
  });

/** What somebody is told who comes later, by this room and by the next one. */
async function expectOneStory(): Promise<void> {
  const told = await room.eventsAfter(0, chat.proof);
  const ids = told.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  expect(await chat.wakeUp().eventsAfter(0, chat.proof)).toEqual(told);
  const { messages, session } = await stored();
  expect(session).toMatchObject({ messageCount: messages.length, lastEventId: ids.at(-1) });
}

test('a message that was stored unheard is taken when it is sent again', async () => {
  const [id, text] = [newId(), 'How much is a 20x25 patio?'];
  proxy.cutAfterCommit();
  const lost = room.accept({ id, text }, chat.proof);
  await expect(lost).rejects.toMatchObject({ code: 'database_unavailable' });
  expect((await stored()).messages.at(-1)).toMatchObject({ id, status: 'open' });

  await ask(text, id);
  const { messages } = await stored();
  expect(messages.map(({ role }) => role)).toEqual([
    ...['visitor', 'assistant'],
    ...['visitor', 'assistant'],
  ]);
  expect(messages.at(-2)).toMatchObject({ id, status: 'complete' });
  expect(messages.at(-1)?.text).toContain('$5,000.00');
  await expectOneStory();
});

test('a message that was lost on its way is taken when it is sent again', async () => {
  const [id, text] = [newId(), 'hello again'];
  const lost = room.accept({ id, text }, chat.proof);
  proxy.cut();
  await lost.catch(() => {});
  await ask(text, id);
  expect((await stored()).messages).toHaveLength(4);
  await expectOneStory();
});

test('an answer that was saved unheard is saved once', async () => {
  proxy.cutAfterCommit(1);
  const id = await ask('do you do patios?');
  const events = await room.eventsOfTurn(id);
  expect(events.at(-1)?.event).toBe('turn.completed');
  const { messages } = await stored();
  expect(messages).toHaveLength(4);
  expect(messages.at(-1)).toMatchObject({ replyTo: id, text: textOf(events) });
  await expectOneStory();
});

test('the conversation goes on over a new connection', async () => {
  for (let i = 0; i < 3; i++) {
    proxy.cut();
    const id = newId();
    await expect
      .poll(() =>
        room.accept({ id, text: `hello ${i}` }, chat.proof).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await turnEvents(room, id);
  }
  expect((await stored()).messages).toHaveLength(8);
  await expectOneStory();
});
