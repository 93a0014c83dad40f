import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aiBudgetGrants, aiBudgets, aiUsageLog } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { pool } from '../../db/testing/pool.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import {
  closeAbandonedAttempts,
  type Reservation,
  reserveAttempt,
  settleAttempt,
} from './attempts.ts';
import { formatPicodollars } from './format-picodollars.ts';
import { getAiBudget } from './get-ai-budget.ts';
import { setAiBudget } from './set-ai-budget.ts';
import { COST, place, RESERVED, result, start } from './testing.ts';

let ctx: Ctx;
beforeEach(async () => {
  ctx = await testCtx();
});

const reserve = (at = place(), scope: Ctx = ctx): Promise<Reservation> =>
  withTenant(scope, (tx) => reserveAttempt(tx, at, newId(), start()));

async function turn(scope: Ctx = ctx): Promise<boolean> {
  const reservation = await reserve(place(), scope);
  if (!reservation.ok) return false;
  await settle(reservation, scope);
  return true;
}

async function settle(reservation: Reservation, scope: Ctx = ctx, end = result()) {
  if (!reservation.ok) throw new Error(reservation.reason);
  await withTenant(scope, (tx) => settleAttempt(tx, reservation.id, reservation.price, end));
}

const limit = (picodollars: bigint | null) =>
  setAiBudget(ctx, {
    monthlyLimitUsd: picodollars === null ? null : formatPicodollars(picodollars),
  });

const ledger = async () => {
  const rows = await withTenant(ctx, (tx) => tx.select().from(aiUsageLog));
  return { calls: rows.length, cost: rows.reduce((sum, { cost }) => sum + cost, 0n) };
};

/** The budgets, oldest first, once all that waits is counted, and without what is granted ahead. */
const budgets = () =>
  withTenant(ctx, async (tx) => {
    await tx.execute(sql`select count_ai_settlements(month) from ai_budgets`);
    const grants = await tx.select().from(aiBudgetGrants);
    const granted = (of: string) =>
      grants.reduce((sum, { month, left }) => (month === of ? sum + left : sum), 0n);
    const all = await tx.select().from(aiBudgets).orderBy(aiBudgets.month);
    return all.map((one) => ({ ...one, reserved: one.reserved - granted(one.month) }));
  });

describe('a budget', () => {
  test('is reserved before and settled after', async () => {
    await limit(10n * RESERVED);
    const reservation = await reserve();
    expect(await getAiBudget(ctx)).toMatchObject({
      monthly_limit_usd: '0.035',
      spent_usd: '0.00',
      reserved_usd: '0.0035',
      remaining_usd: '0.0315',
    });
    await settle(reservation);
    await settle(reservation);
    expect(await getAiBudget(ctx)).toMatchObject({
      spent_usd: '0.0025',
      reserved_usd: '0.00',
      remaining_usd: '0.0325',
    });
  });

  test('refuses what it cannot pay for, and pays to the last picodollar', async () => {
    await limit(2n * RESERVED - 1n);
    expect(await reserve()).toMatchObject({ ok: true });
    expect(await reserve()).toEqual({ ok: false, reason: 'budget_spent' });
    await limit(2n * RESERVED);
    expect(await reserve()).toMatchObject({ ok: true });
    expect(await reserve()).toEqual({ ok: false, reason: 'budget_spent' });
  });

  test('of nothing refuses everything', async () => {
    await limit(0n);
    expect(await reserve()).toEqual({ ok: false, reason: 'budget_spent' });
    expect(await ledger()).toMatchObject({ calls: 0 });
  });

  test('is given back by a call that its room did not live to end', async () => {
    await limit(RESERVED);
    const at = place();
    await reserve(at);
    await withTenant(ctx, (tx) => closeAbandonedAttempts(tx, at.sessionId));
    expect(await budgets()).toMatchObject([{ spent: RESERVED, reserved: 0n }]);
  });

  test('a cost above the reservation is recorded as it is', async () => {
    await limit(RESERVED);
    const dear = result({ usage: { prompt_tokens: 8_000, completion_tokens: 50 } });
    await settle(await reserve(), ctx, dear);
    expect(await getAiBudget(ctx)).toMatchObject({ spent_usd: '0.0205', remaining_usd: '0.00' });
  });
});

describe('200 turns at once', () => {
  async function race(turns: number, connections: number) {
    const { database } = await fileDatabase();
    const db = await pool(database.appUrl, connections);
    try {
      const won = await Promise.all(Array.from({ length: turns }, () => turn({ ...ctx, db })));
      return won.filter(Boolean).length;
    } finally {
      await db.end(1);
    }
  }

  test('never spend more than a budget that pays for ten', async () => {
    await limit(10n * COST);
    const answered = await race(200, 20);
    const { calls, cost } = await ledger();
    expect(cost).toBeLessThanOrEqual(10n * COST);
    expect(calls).toBe(answered);
    expect(answered).toBeGreaterThanOrEqual(1);
    expect(await budgets()).toMatchObject([{ spent: cost, reserved: 0n }]);
  });

  test('while the limit is set and lifted, nothing is counted twice or not at all', async () => {
    const racing = race(100, 10);
    for (const amount of [60n * RESERVED, null, 200n * RESERVED]) await limit(amount);
    await racing;
    const { cost } = await ledger();
    expect(await budgets()).toMatchObject([{ spent: cost, reserved: 0n }]);
  });
});

describe('without a limit', () => {
  test('calls wait for nobody: a second one is reserved while the first holds its transaction', async () => {
    await withTenant(ctx, async (tx) => {
      await reserveAttempt(tx, place(), newId(), start());
      expect(await reserve()).toMatchObject({ ok: true });
    });
    expect(await budgets()).toEqual([]);
  });

  test('the ledger says what was spent', async () => {
    await turn();
    await reserve();
    expect(await getAiBudget(ctx)).toMatchObject({
      monthly_limit_usd: null,
      spent_usd: '0.0025',
      reserved_usd: '0.0035',
      remaining_usd: null,
    });
  });

  test('a limit waits for calls that are just being reserved, and counts them', async () => {
    const { owner } = await fileDatabase();
    const waiting = async () => {
      const [row] = await owner`select count(*)::int as n from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`;
      return row?.n;
    };
    const setting = await withTenant(ctx, async (tx) => {
      await reserveAttempt(tx, place(), newId(), start());
      const set = limit(10n * RESERVED);
      await expect.poll(waiting).toBe(1);
      return [set];
    });
    expect(await setting[0]).toMatchObject({ reserved_usd: '0.0035' });
    expect(await budgets()).toMatchObject([{ reserved: RESERVED }]);
  });

  test('what was spent and reserved before a limit is set counts into it', async () => {
    await turn();
    const underWay = await reserve();
    expect(await limit(COST + 2n * RESERVED)).toMatchObject({
      spent_usd: '0.0025',
      reserved_usd: '0.0035',
      remaining_usd: '0.0035',
    });
    await settle(underWay);
    expect(await budgets()).toMatchObject([{ spent: 2n * COST, reserved: 0n }]);
  });
});

describe('a new month', () => {
  const lastMonth = (date: Date) => {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1));
    return first.toISOString().slice(0, 10);
  };

  test('has the same limit and nothing spent; late calls settle in the month they were made in', async () => {
    await limit(RESERVED);
    const late = await reserve();
    expect(await reserve()).toEqual({ ok: false, reason: 'budget_spent' });
    const { owner } = await fileDatabase();
    const before = lastMonth(ctx.now());
    await owner`update ai_budgets set month = ${before} where company_id = ${ctx.companyId}`;
    await owner`update ai_usage_log set created_at = ${`${before}T12:00:00Z`}
      where company_id = ${ctx.companyId}`;
    expect(await getAiBudget(ctx)).toMatchObject({
      monthly_limit_usd: '0.0035',
      spent_usd: '0.00',
    });
    expect(await reserve()).toMatchObject({ ok: true });
    expect(await reserve()).toEqual({ ok: false, reason: 'budget_spent' });
    await settle(late);
    const [old, present] = await budgets();
    expect(old).toMatchObject({ month: before, limit: RESERVED, spent: COST, reserved: 0n });
    expect(present).toMatchObject({ limit: RESERVED, spent: 0n, reserved: RESERVED });
  });
});

describe('who may', () => {
  test('sales sees no costs, an analyst sets no budget', async () => {
    const as = (role: 'sales' | 'analyst') => testCtx({ role, companyId: ctx.companyId });
    await expect(getAiBudget(await as('sales'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setAiBudget(await as('analyst'), { monthlyLimitUsd: '1' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getAiBudget(await as('analyst'))).toMatchObject({ monthly_limit_usd: null });
  });
});
