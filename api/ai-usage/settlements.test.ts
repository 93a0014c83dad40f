import { beforeEach, expect, test } from 'vitest';
import { aiBudgetGrants, aiSettlements } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { connect } from '../platform/database/connect.ts';
import { oneStatement } from '../platform/database/one-statement.ts';
import { inOneTrip, withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { type Reservation, reserveAttempt, settleAttempt } from './attempts.ts';
import { formatPicodollars } from './format-picodollars.ts';
import { getAiBudget } from './get-ai-budget.ts';
import { setAiBudget } from './set-ai-budget.ts';
import { COST, place, RESERVED, result, start } from './testing.ts';
import { TurnLedger } from './turn-ledger.ts';

let ctx: Ctx;
beforeEach(async () => {
  ctx = await testCtx();
});

const limit = (picodollars: bigint) =>
  setAiBudget(ctx, { monthlyLimitUsd: formatPicodollars(picodollars) });

const reserve = (scope: Ctx) =>
  withTenant(scope, (tx) => reserveAttempt(tx, place(), newId(), start()));

const settle = (scope: Ctx, reservation: Reservation) =>
  withTenant(scope, async (tx) => {
    if (!reservation.ok) throw new Error(reservation.reason);
    await settleAttempt(tx, reservation.id, reservation.price, result());
  });

const waiting = () => withTenant(ctx, (tx) => tx.select().from(aiSettlements));

const CLIENTS = 20;

/** Does the work so many times, by twenty clients side by side, each with a connection of its own. */
async function race<T>(times: number, work: (scope: Ctx) => Promise<T>): Promise<T[]> {
  const { database } = await fileDatabase();
  const done: T[] = [];
  let left = times;
  const client = async () => {
    const db = connect(database.appUrl);
    try {
      while (left-- > 0) done.push(await work({ ...ctx, db }));
    } finally {
      await db.end(1);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return done;
}

test('a call that ends locks nothing that the next one needs', async () => {
  await limit(1_000n * RESERVED);
  const ended = await reserve(ctx);
  await withTenant(ctx, async (tx) => {
    if (ended.ok) await settleAttempt(tx, ended.id, ended.price, result());
    expect(await reserve(ctx)).toMatchObject({ ok: true });
  });
});

test('calls wait for nobody while there is enough for all', async () => {
  await limit(1_000n * RESERVED);
  for (let i = 0; i < 2; i++) await settle(ctx, await reserve(ctx));
  await withTenant(ctx, async (tx) => {
    await reserveAttempt(tx, place(), newId(), start());
    expect(await reserve(ctx)).toMatchObject({ ok: true });
  });
});

test('what was granted ahead and not used is taken back before a call is refused', async () => {
  await limit(100n * RESERVED);
  const all = [];
  for (let i = 0; i < 100; i++) all.push(await reserve(ctx));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(await reserve(ctx)).toEqual({ ok: false, reason: 'budget_spent' });
});

test('no more is granted ahead than 200 calls need, so that what waits is counted', async () => {
  await limit(1_000_000n * RESERVED);
  await reserve(ctx);
  const grants = await withTenant(ctx, (tx) => tx.select().from(aiBudgetGrants));
  expect(grants).toMatchObject([{ left: 200n * RESERVED }]);
});

test('a limit that is lowered takes back what was granted ahead', async () => {
  await limit(1_000n * RESERVED);
  await reserve(ctx);
  await limit(RESERVED);
  expect(await reserve(ctx)).toEqual({ ok: false, reason: 'budget_spent' });
});

test('what a call did not use is there for the next one', async () => {
  await limit(RESERVED + COST);
  await settle(ctx, await reserve(ctx));
  expect(await reserve(ctx)).toMatchObject({ ok: true });
  expect(await reserve(ctx)).toEqual({ ok: false, reason: 'budget_spent' });
});

test('of 200 calls at once exactly as many are let through as the budget bears', async () => {
  await limit(33n * RESERVED);
  const all = await race(200, reserve);
  expect(all.filter(({ ok }) => ok)).toHaveLength(33);
});

/** A turn of three model calls, as a room makes it; says how many were paid for. */
async function turnOfThree(scope: Ctx): Promise<number> {
  const ledger = new TurnLedger(scope, place(), null);
  let paid = 0;
  for (let attempt = 1; attempt <= 3; attempt++) {
    const opened = await ledger.open(start({ attempt }));
    if (!opened.ok) break;
    ledger.close(opened.id, result());
    paid++;
  }
  const closings = ledger.settlements();
  const select = Object.fromEntries(closings.map((close, i) => [`closed${i}`, close]));
  await inOneTrip(scope, (tx) => tx.execute(oneStatement([], select).getSQL()));
  return paid;
}

test('turns of several calls race for the last of it without waiting for each other in a circle', async () => {
  await limit(60n * COST);
  const paid = await race(60, turnOfThree);
  const calls = paid.reduce((sum, n) => sum + n, 0);
  expect(BigInt(calls) * COST).toBeLessThanOrEqual(60n * COST);
  expect(calls).toBeGreaterThan(20);
  expect(await getAiBudget(ctx)).toMatchObject({
    spent_usd: formatPicodollars(BigInt(calls) * COST),
    reserved_usd: '0.00',
  });
  await limit(60n * COST);
  expect(await waiting()).toEqual([]);
});
