import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CountingProxy,
  connectThrough,
  countingProxy,
} from '../../../db/testing/counting-proxy.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import type { Database } from '../../platform/database/connect.ts';
import { newId } from '../../platform/ids.ts';
import { type TestChat, testChat, turnEvents } from '../testing.ts';
import type { Conversation } from './conversation.ts';

let ctx: Ctx;
let chat: TestChat;
let proxy: CountingProxy;
let db: Database;
let room: Conversation;

beforeAll(async () => {
  const { database } = await fileDatabase();
  ctx = await testCtx();
  chat = await testChat(ctx);
  proxy = await countingProxy(database.appUrl);
  db = await connectThrough(proxy);
  room = chat.wakeUp({}, db);
});
afterAll(async () => {
  await db.end(1);
  await proxy.close();
});

/** Trips until the message was stored (then the assistant is asked), and from then to the end. */
async function tripsOf(text: string): Promise<{ before: number; after: number }> {
  const id = newId();
  const start = proxy.trips();
  await room.accept({ id, text }, chat.proof);
  const accepted = proxy.trips();
  await turnEvents(room, id);
  await settled();
  return { before: accepted - start, after: proxy.trips() - accepted };
}

/** Long enough for a round trip through the proxy that nobody waits for. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

test('a cold connection takes two round trips before the assistant is asked, and two after', async () => {
  expect(await tripsOf('hi')).toEqual({ before: 2, after: 2 });
});

test('a warm connection takes one before and one after', async () => {
  expect(await tripsOf('what are your hours?')).toEqual({ before: 1, after: 1 });
});

test('a turn with contact details takes one before and two after, also the first time', async () => {
  const text = "I'm Maria Lopez, 916 555 0134";
  expect(await tripsOf(text)).toEqual({ before: 1, after: 2 });
  expect(await tripsOf('or maria.lopez@example.com')).toEqual({ before: 1, after: 2 });
});
