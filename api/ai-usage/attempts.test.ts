import { beforeEach, describe, expect, test } from 'vitest';
import { aiUsageLog, outbox } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { closeAbandonedAttempts, reserveAttempt, settleAttempt } from './attempts.ts';
import { estimateReservation } from './price-usage.ts';
import { COST, place, RESERVED, result, start } from './testing.ts';

let ctx: Ctx;
beforeEach(async () => {
  ctx = await testCtx();
});

const rows = () => withTenant(ctx, (tx) => tx.select().from(aiUsageLog));

async function opened(at = place(), change = {}) {
  const reservation = await withTenant(ctx, (tx) => reserveAttempt(tx, at, newId(), start(change)));
  if (!reservation.ok) throw new Error(reservation.reason);
  return reservation;
}

describe('a call', () => {
  test('is a pending row before it is dispatched', async () => {
    const at = place();
    const { id } = await opened(at);
    expect(await rows()).toMatchObject([
      {
        id,
        ...at,
        attempt: 1,
        modelAsked: 'gpt-4o',
        outcome: 'pending',
        reserved: RESERVED,
        cost: 0n,
        measure: null,
      },
    ]);
  });

  test('is closed with what the provider counted', async () => {
    const { id, price } = await opened();
    expect(await withTenant(ctx, (tx) => settleAttempt(tx, id, price, result()))).toBe(true);
    expect(await rows()).toMatchObject([
      {
        outcome: 'ok',
        measure: 'measured',
        modelAnswered: 'gpt-4o-2024-08-06',
        inputTokens: 800,
        outputTokens: 50,
        cost: COST,
        rawUsage: { prompt_tokens: 800, completion_tokens: 50 },
        latencyMs: 812,
        firstTokenMs: 231,
        priceId: price.id,
      },
    ]);
  });

  test('without usage is closed as estimated, from what was counted here', async () => {
    const { id, price } = await opened();
    const cut = result({ outcome: 'error', usage: null });
    await withTenant(ctx, (tx) => settleAttempt(tx, id, price, cut));
    expect(await rows()).toMatchObject([
      {
        outcome: 'error',
        measure: 'estimated',
        inputTokens: 700,
        outputTokens: 40,
        cost: 2_150_000_000n,
      },
    ]);
  });

  test.each([
    ['a NUL', { prompt_tokens: 800, completion_tokens: 50, tier: 'a\0b' }],
    ['half a character', { prompt_tokens: 800, completion_tokens: 50, tier: '\ud83d' }],
    ['no end', { prompt_tokens: 800, completion_tokens: 50, tier: 'x'.repeat(20_000) }],
  ])(
    'is closed as measured although its usage holds what cannot be kept: %s',
    async (_what, usage) => {
      const { id, price } = await opened();
      const modelAnswered = `gpt-4o\0\ud83d${'x'.repeat(1_000)}`;
      await withTenant(ctx, (tx) => settleAttempt(tx, id, price, result({ usage, modelAnswered })));
      const [row] = await rows();
      expect(row).toMatchObject({ outcome: 'ok', measure: 'measured', cost: COST, rawUsage: null });
      expect(row?.modelAnswered).toMatch(/^gpt-4o\ufffdx+$/);
      expect(row?.modelAnswered).toHaveLength(200);
    },
  );

  test('closed twice stays as it was closed first', async () => {
    const { id, price } = await opened();
    await withTenant(ctx, (tx) => settleAttempt(tx, id, price, result()));
    const again = result({
      outcome: 'error',
      usage: { prompt_tokens: 9_999, completion_tokens: 0 },
    });
    expect(await withTenant(ctx, (tx) => settleAttempt(tx, id, price, again))).toBe(false);
    expect(await rows()).toMatchObject([{ outcome: 'ok', cost: COST }]);
  });

  test('of another company cannot be closed', async () => {
    const { id, price } = await opened();
    const other = await testCtx();
    expect(await withTenant(other, (tx) => settleAttempt(tx, id, price, result()))).toBe(false);
    expect(await rows()).toMatchObject([{ outcome: 'pending' }]);
  });
});

describe('the price in force', () => {
  const priceOn = async (model: string, day: string) => {
    const { owner } = await fileDatabase();
    const [row] = await owner`select (price_in_force(${model}, ${day}::date)).*`;
    return row && { model: row.model, input: Number(row.input_picousd) };
  };

  test('is the latest one begun; before the first, the first', async () => {
    const { owner } = await fileDatabase();
    const insert = (day: string, input: number) =>
      owner`insert into model_prices (id, model, valid_from, input_picousd, cached_input_picousd, output_picousd)
        values (${newId()}, 'test-dated', ${day}, ${input}, 1, 1)`;
    await insert('2030-01-01', 1);
    await insert('2030-03-01', 2);
    await insert('2030-06-01', 3);
    expect(await priceOn('test-dated', '2029-05-05')).toMatchObject({ input: 1 });
    expect(await priceOn('test-dated', '2030-02-28')).toMatchObject({ input: 1 });
    expect(await priceOn('test-dated', '2030-03-01')).toMatchObject({ input: 2 });
    expect(await priceOn('test-dated', '2031-01-01')).toMatchObject({ input: 3 });
  });

  test('of a dated name is that of its base name, unless it has its own', async () => {
    const { owner } = await fileDatabase();
    expect(await priceOn('gpt-4o-2024-08-06', '2026-11-01')).toMatchObject({ model: 'gpt-4o' });
    await owner`insert into model_prices (id, model, valid_from, input_picousd, cached_input_picousd, output_picousd)
      values (${newId()}, 'gpt-4o-2024-05-13', '2024-05-13', 5000000, 2500000, 15000000)`;
    expect(await priceOn('gpt-4o-2024-05-13', '2026-11-01')).toMatchObject({ input: 5_000_000 });
    expect(await priceOn('gpt-4o-mini-tuned', '2026-11-01')).toMatchObject({ model: null });
  });

  test('reserves the same in the database as in the pure core', async () => {
    const long = { model: 'gpt-5.4', inputEstimate: 272_001, maxOutputTokens: 7 };
    for (const change of [{}, { model: 'gpt-5-nano' }, long, { ...long, inputEstimate: 272_000 }]) {
      const asked = start(change);
      const { price, id } = await opened(place(), change);
      const row = (await rows()).find((one) => one.id === id);
      expect(row?.reserved).toBe(
        estimateReservation(price, asked.inputEstimate, asked.maxOutputTokens),
      );
    }
  });
});

describe('a model without a price', () => {
  const ask = (model: string) =>
    withTenant(ctx, (tx) => reserveAttempt(tx, place(), newId(), start({ model })));

  test('is refused without a ledger row, and told of once a day', async () => {
    for (const _ of [1, 2, 3]) {
      expect(await ask('llama-9')).toEqual({ ok: false, reason: 'model_without_price' });
    }
    await ask('llama-10');
    expect(await rows()).toEqual([]);
    const news = await withTenant(ctx, (tx) => tx.select().from(outbox));
    expect(news.map(({ topic, payload }) => ({ topic, payload }))).toEqual([
      { topic: 'ai.model_without_price', payload: { model: 'llama-9' } },
      { topic: 'ai.model_without_price', payload: { model: 'llama-10' } },
    ]);
  });

  test('is told of once, even by many at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, () => ask('llama-9')));
    expect(await withTenant(ctx, (tx) => tx.select().from(outbox))).toHaveLength(1);
  });
});

describe('calls whose room is gone', () => {
  test('are closed by session, at what they were reserved for', async () => {
    const [here, there] = [place(), place()];
    await opened(here);
    const { id, price } = await opened(here);
    await withTenant(ctx, (tx) => settleAttempt(tx, id, price, result()));
    await opened(there);
    expect(await withTenant(ctx, (tx) => closeAbandonedAttempts(tx, here.sessionId))).toBe(1);
    const closed = (await rows()).filter(({ sessionId }) => sessionId === here.sessionId);
    expect(closed.map(({ outcome, cost }) => [outcome, cost]).sort()).toEqual([
      ['interrupted', RESERVED],
      ['ok', COST],
    ]);
    expect(closed.find(({ outcome }) => outcome === 'interrupted')).toMatchObject({
      measure: 'estimated',
      inputTokens: 1_000,
      outputTokens: 100,
    });
    expect((await rows()).find(({ sessionId }) => sessionId === there.sessionId)?.outcome).toBe(
      'pending',
    );
  });

  test('are closed by the cron across companies once they are old', async () => {
    const { owner } = await fileDatabase();
    const { id } = await opened();
    await owner`update ai_usage_log set created_at = now() - interval '2 hours' where id = ${id}`;
    const other = ctx;
    ctx = await testCtx();
    const fresh = await opened();
    await ctx.db.query((sql) => sql`select door_close_abandoned_attempts('1 hour')`);
    expect(await rows()).toMatchObject([{ id: fresh.id, outcome: 'pending' }]);
    ctx = other;
    expect(await rows()).toMatchObject([{ id, outcome: 'interrupted', measure: 'estimated' }]);
  });

  test('cannot be closed in another company', async () => {
    const at = place();
    await opened(at);
    const other = await testCtx();
    expect(await withTenant(other, (tx) => closeAbandonedAttempts(tx, at.sessionId))).toBe(0);
  });
});
