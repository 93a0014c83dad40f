import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aiUsageLog, chatMessages, chatSessions, outbox } from '../../../db/schema/index.ts';
import { testCtx } from '../../../db/testing/index.ts';
import { type MockModel, startMockModel } from '../../../e2e/mock-model/start-mock-model.ts';
import type { Ctx } from '../../context.ts';
import type { Env } from '../../env.ts';
import { withTenant } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';
import type { KnownSite } from '../../sites/find-site-by-key.ts';
import { type TestChat, testChat, testSite, turnEvents } from '../testing.ts';

let ctx: Ctx;
let site: KnownSite;
let mock: MockModel;

beforeAll(async () => {
  mock = await startMockModel();
});
beforeEach(async () => {
  ctx = await testCtx();
  site = await testSite(ctx);
});
afterAll(() => mock.close());

/** A visitor of the site, from a network. */
async function visitor(network: string, settings: Partial<Env> = {}) {
  const chat = await testChat(ctx, site);
  const room = chat.wakeUp(settings);
  const proof = { ...chat.proof, network };
  const say = async (text: string) => {
    const id = newId();
    await room.accept({ id, text }, proof);
    return turnEvents(room, id);
  };
  return { chat, room, proof, say };
}

const stored = ({ claims }: TestChat) =>
  withTenant(ctx, (tx) =>
    tx
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.sessionId, claims.sessionId))
      .orderBy(asc(chatMessages.seq)),
  );
const told = (topic: string) =>
  withTenant(ctx, (tx) =>
    tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.companyId, ctx.companyId), eq(outbox.topic, topic))),
  );

describe('turns of a network', () => {
  const settings = { CHAT_TURNS_PER_IP_HOUR: '2' };

  test('are counted over all its visitors; one too many is refused and leaves no trace', async () => {
    await (await visitor('203.0.113.7', settings)).say('one');
    await (await visitor('203.0.113.7', settings)).say('two');
    const third = await visitor('203.0.113.7', settings);
    const refusal = await third.say('three').catch((error) => error);
    expect(refusal).toMatchObject({ code: 'rate_limited' });
    expect(refusal.details.headers['RateLimit-Policy']).toBe('"turns-per-ip";q=2;w=3600');
    expect(Number(refusal.details.headers['Retry-After'])).toBeGreaterThan(0);
    expect(await stored(third.chat)).toEqual([]);
  });

  test("of another network or on another site are not held up, and the site's own count is not used up", async () => {
    const own = { ...settings, CHAT_TURNS_PER_SITE_HOUR: '3' };
    const greedy = await visitor('203.0.113.7', own);
    await greedy.say('one');
    await greedy.say('two');
    for (let i = 0; i < 3; i++) await expect(greedy.say('more')).rejects.toThrow('turns-per-ip');
    await (await visitor('203.0.113.8', own)).say('hello');
    expect(await told('chat.site_limit_reached')).toEqual([]);
    site = await testSite(ctx);
    await (await visitor('203.0.113.7', own)).say('hello');
  });
});

describe('a site over its limit', () => {
  const withModel = (turns: string): Partial<Env> => ({
    CHAT_TURNS_PER_SITE_HOUR: turns,
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: mock.baseUrl,
    OPENAI_MODEL: 'gpt-4o',
  });
  const assistants = async (chat: TestChat) =>
    (await stored(chat)).flatMap(({ assistant }) => assistant ?? []);

  test('is answered by the guided assistant, without a model call, and staff are notified once', async () => {
    const asked = mock.requests.length;
    const first = await visitor('a', withModel('1'));
    await first.say('hello');
    expect(await assistants(first.chat)).toEqual(['model']);
    const second = await visitor('b', withModel('1'));
    const third = await visitor('c', withModel('1'));
    for (const { say, chat } of [second, third]) {
      const events = await say('How much is a 20x25 paver patio?');
      expect(events.map(({ event }) => event)).toContain('quote');
      expect(events.at(-1)?.event).toBe('turn.completed');
      expect(await assistants(chat)).toEqual(['guided']);
    }
    expect(mock.requests.length).toBe(asked + 1);
    expect(await withTenant(ctx, (tx) => tx.select().from(aiUsageLog))).toHaveLength(1);
    const news = await told('chat.site_limit_reached');
    expect(news).toHaveLength(1);
    expect(news[0]?.payload).toMatchObject({ site_id: site.siteId, limit: 1, window_s: 3600 });
    const until = Date.parse(String(Reflect.get(Object(news[0]?.payload), 'until')));
    expect(until).toBeGreaterThan(Date.now());
    expect(until).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  test('is answered as ever where there is no model', async () => {
    const { chat, say } = await visitor('a', { CHAT_TURNS_PER_SITE_HOUR: '0' });
    expect((await say('hello')).at(-1)?.event).toBe('turn.completed');
    expect(await assistants(chat)).toEqual(['guided']);
    expect(await told('chat.site_limit_reached')).toHaveLength(1);
  });

  test('still refuses a visitor over their own limit', async () => {
    const settings = { ...withModel('0'), CHAT_TURNS_PER_VISITOR_HOUR: '1' };
    const { say } = await visitor('a', settings);
    await say('one');
    await expect(say('two')).rejects.toThrow('turns-per-visitor');
  });

  test('goes on with a turn that was interrupted, too', async () => {
    const { chat, proof, say } = await visitor('a', withModel('9'));
    await say('hello');
    const id = newId();
    await chat.wakeUp(withModel('9')).accept({ id, text: 'again' }, proof);
    await expect.poll(async () => (await stored(chat)).length).toBe(4);
    await withTenant(ctx, (tx) =>
      tx.update(chatMessages).set({ status: 'interrupted' }).where(eq(chatMessages.id, id)),
    );
    const room = chat.wakeUp(withModel('1'));
    await room.accept({ id, text: 'again' }, proof);
    expect((await turnEvents(room, id)).at(-1)?.event).toBe('turn.completed');
    expect((await assistants(chat)).at(-1)).toBe('guided');
  });
});

describe('asking for a person', () => {
  const isHuman = async ({ claims }: TestChat) => {
    const [session] = await withTenant(ctx, (tx) =>
      tx.select().from(chatSessions).where(eq(chatSessions.id, claims.sessionId)),
    );
    return session?.status === 'human';
  };

  test('again, at once or by another room, writes nothing new', async () => {
    const { chat, room, proof } = await visitor('a');
    await Promise.all(Array.from({ length: 5 }, () => room.requestHuman(proof)));
    await room.requestHuman(proof);
    await chat.wakeUp().requestHuman(proof);
    expect(await stored(chat)).toHaveLength(1);
    expect(await told('conversation.message')).toHaveLength(1);
    expect(await isHuman(chat)).toBe(true);
  });

  test('is limited per network; who has asked is still answered', async () => {
    const settings = { CHAT_HUMAN_PER_IP_HOUR: '1' };
    const first = await visitor('a', settings);
    await first.room.requestHuman(first.proof);
    const second = await visitor('a', settings);
    await expect(second.room.requestHuman(second.proof)).rejects.toThrow('human-per-ip');
    expect(await isHuman(second.chat)).toBe(false);
    await first.room.requestHuman(first.proof);
    const elsewhere = { ...second.proof, network: 'b' };
    await second.room.requestHuman(elsewhere);
    expect(await isHuman(second.chat)).toBe(true);
  });
});

describe('the contact form', () => {
  test('is limited per session, over its rooms, and leaves no trace when refused', async () => {
    const settings = { CHAT_DETAILS_PER_SESSION_HOUR: '2' };
    const { chat, room, proof } = await visitor('a', settings);
    await room.submitDetails({ name: 'Ana Ruiz' }, proof);
    await chat.wakeUp(settings).submitDetails({ phone: '+19165550134' }, proof);
    const again = chat.wakeUp(settings);
    const refused = again.submitDetails({ email: 'ana@example.com' }, { ...proof, network: 'b' });
    await expect(refused).rejects.toThrow('details-per-session');
    expect(await stored(chat)).toHaveLength(2);
    expect((await again.eventsAfter(0, proof)).map(({ event }) => event)).toEqual([
      'details',
      'message',
      'details',
      'message',
    ]);
  });

  test('is limited per network', async () => {
    const settings = { CHAT_DETAILS_PER_IP_HOUR: '1' };
    const first = await visitor('a', settings);
    await first.room.submitDetails({ name: 'Ana Ruiz' }, first.proof);
    const second = await visitor('a', settings);
    await expect(second.room.submitDetails({ name: 'Bo' }, second.proof)).rejects.toThrow(
      'details-per-ip',
    );
  });
});

test('a session has so many event streams at once; one that ends makes room', async () => {
  const { room } = await visitor('a', { CHAT_STREAMS_PER_SESSION: '2' });
  let probed = 0;
  const listen = () =>
    room.listen(
      () => {},
      () => probed++,
    );
  const [stop] = [await listen(), await listen()];
  expect(probed).toBe(0);
  const refusal = await listen().catch((error) => error);
  expect(probed).toBeGreaterThanOrEqual(2);
  expect(refusal).toMatchObject({ code: 'rate_limited' });
  expect(refusal.details.headers).toEqual({
    'Retry-After': '5',
    'RateLimit-Policy': '"streams-per-session";q=2;qu="concurrent-requests"',
    RateLimit: '"streams-per-session";r=0;t=5',
  });
  stop();
  (await listen())();
});
