import { asc, eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aiUsageLog, chatMessages } from '../../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { MockReply } from '../../../e2e/mock-model/mock-reply.ts';
import { type MockModel, startMockModel } from '../../../e2e/mock-model/start-mock-model.ts';
import type { Ctx } from '../../context.ts';
import { withTenant } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';
import { ANSWER_CHARACTERS_MAX } from '../limits.ts';
import { type TestChat, testChat, textOf, turnEvents } from '../testing.ts';

let ctx: Ctx;
let chat: TestChat;
let mock: MockModel;
let superuser: postgres.Sql;

beforeAll(async () => {
  ctx = await testCtx();
  mock = await startMockModel();
  const { database } = await fileDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
beforeEach(async () => {
  chat = await testChat(ctx);
});
afterAll(async () => {
  await superuser.end();
  await mock.close();
});

/** A turn for which the model has these replies. */
async function turn(...replies: MockReply[]) {
  mock.enqueue(...replies);
  const settings = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: mock.baseUrl, OPENAI_MODEL: 'gpt-4o' };
  const room = chat.wakeUp(settings);
  const id = newId();
  await room.accept({ id, text: 'Tell me all about patios' }, chat.proof);
  const events = await turnEvents(room, id);
  return { events, last: events.at(-1) };
}

const stored = () =>
  withTenant(ctx, (tx) =>
    tx
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.sessionId, chat.claims.sessionId))
      .orderBy(asc(chatMessages.seq)),
  );
const ledger = () =>
  withTenant(ctx, (tx) =>
    tx.select().from(aiUsageLog).where(eq(aiUsageLog.sessionId, chat.claims.sessionId)),
  );

const USAGE = { prompt_tokens: 900, completion_tokens: 1_200 };
const MEASURED = { measure: 'measured', inputTokens: 900, outputTokens: 1_200 };

test('an answer that gets too long is cut, stored as shown, and billed as measured', async () => {
  const text = Array.from({ length: 5_001 }, () => 'word ');
  const { events, last } = await turn({ text, usage: USAGE });
  expect(last?.event).toBe('turn.completed');
  const [, answer] = await stored();
  expect(answer?.text).toMatch(/…\n\nThis answer got too long and stops here\./);
  expect(answer?.text.length).toBeLessThanOrEqual(ANSWER_CHARACTERS_MAX);
  expect(answer?.text).toBe(textOf(events));
  expect(last).toMatchObject({ data: { message: { text: answer?.text } } });
  expect(await ledger()).toMatchObject([{ outcome: 'aborted', ...MEASURED }]);
});

test('an answer of nothing but made-up amounts does not grow, and is stored as shown', async () => {
  const text = Array.from({ length: 600 }, (_, i) => ` $${i + 1}`);
  const { events, last } = await turn({ text, usage: USAGE });
  expect(last?.event).toBe('turn.completed');
  const [, answer] = await stored();
  expect(answer?.text.length).toBeLessThan(text.join('').length);
  expect(answer?.text).toBe(textOf(events));
  expect(await ledger()).toMatchObject([{ outcome: 'ok', ...MEASURED }]);
});

test('an answer that nobody can see makes room for the guided assistant', async () => {
  const { events } = await turn({ text: ['\u200b\u2060', '\0'], usage: USAGE });
  expect(textOf(events)).toMatch(/\w/);
  expect((await stored())[1]).toMatchObject({ assistant: 'guided', text: textOf(events) });
  expect(await ledger()).toMatchObject([{ outcome: 'ok', ...MEASURED }]);
});

test('a turn makes so many quotes and no more; the model is told', async () => {
  const toolCalls = Array.from({ length: 12 }, (_, i) => ({
    name: 'get_quote',
    args: { service: 'patio', inputs: { area: String(100 + i) } },
  }));
  const { events } = await turn({ toolCalls });
  expect(events.filter(({ event }) => event === 'quote')).toHaveLength(8);
  expect((await stored())[1]?.quoteIds).toHaveLength(8);
  const results = mock.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? [];
  const refused = results.filter(({ content }) => /No more quotes/.test(String(content)));
  expect(refused).toHaveLength(4);
});

test('inputs that cannot be priced use no quote up', async () => {
  const asking = (...areas: string[]): MockReply => ({
    toolCalls: areas.map((area) => ({
      name: 'get_quote',
      args: { service: 'patio', inputs: { area } },
    })),
  });
  const { events } = await turn(asking(...'12345678'), asking('100'));
  expect(events.filter(({ event }) => event === 'quote')).toHaveLength(1);
});

test('a turn whose end cannot be stored is billed as measured all the same', async () => {
  await superuser.unsafe(`
    create function refuse_answer() returns trigger language plpgsql
      as $$ begin raise exception using errcode = '23514', message = 'refused'; end $$;
    create trigger refuse_answer before insert on chat_messages
      for each row when (new.role = 'assistant') execute function refuse_answer()`);
  const { last } = await turn({ text: ['Hello'], usage: USAGE });
  await superuser.unsafe('drop function refuse_answer() cascade');
  expect(last?.event).toBe('error');
  expect(await stored()).toMatchObject([{ role: 'visitor', status: 'interrupted' }]);
  expect(await ledger()).toMatchObject([{ outcome: 'ok', ...MEASURED }]);
});
