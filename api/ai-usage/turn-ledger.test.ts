import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { aiUsageLog } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { inOneTrip, withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { type AttemptPlace, reserveExpression } from './attempts.ts';
import { setAiBudget } from './set-ai-budget.ts';
import { place, result, start } from './testing.ts';
import { TurnLedger } from './turn-ledger.ts';

let ctx: Ctx;
let at: AttemptPlace;
beforeEach(async () => {
  ctx = await testCtx();
  at = place();
});

async function firstReserved(): Promise<unknown> {
  const reserve = reserveExpression(at, newId(), start());
  const [row] = await inOneTrip(ctx, (tx) =>
    tx.execute<{ reservation: unknown }>(sql`select ${reserve} as reservation`),
  );
  return row?.reservation;
}

async function end(ledger: TurnLedger) {
  const closes = ledger.settlements();
  if (closes.length)
    await inOneTrip(ctx, (tx) => tx.execute(sql`select ${sql.join(closes, sql`, `)}`));
}

const rows = async () => {
  const all = await withTenant(ctx, (tx) => tx.select().from(aiUsageLog));
  return all
    .sort((a, b) => a.attempt - b.attempt)
    .map(({ attempt, outcome }) => [attempt, outcome]);
};

test('the first call is the one that was reserved with the message', async () => {
  const ledger = new TurnLedger(ctx, at, await firstReserved());
  const opened = await ledger.open(start());
  if (!opened.ok) throw new Error(opened.reason);
  expect(await rows()).toEqual([[1, 'pending']]);
  ledger.close(opened.id, result());
  await end(ledger);
  expect(await rows()).toEqual([[1, 'ok']]);
});

test('a later call closes the one before in its own round trip', async () => {
  const ledger = new TurnLedger(ctx, at, await firstReserved());
  const first = await ledger.open(start());
  if (first.ok) ledger.close(first.id, result({ outcome: 'rate_limited', usage: null }));
  const second = await ledger.open(start({ attempt: 2 }));
  expect(await rows()).toEqual([
    [1, 'rate_limited'],
    [2, 'pending'],
  ]);
  if (second.ok) ledger.close(second.id, result());
  expect(ledger.settlements()).toHaveLength(1);
  await end(ledger);
  expect(await rows()).toEqual([
    [1, 'rate_limited'],
    [2, 'ok'],
  ]);
});

test('what the first call gave back can pay for the second', async () => {
  await setAiBudget(ctx, { monthlyLimitUsd: '0.0035' });
  const ledger = new TurnLedger(ctx, at, await firstReserved());
  const first = await ledger.open(start());
  const nothing = { inputTokens: 0, outputTokens: 0 };
  if (first.ok)
    ledger.close(first.id, result({ outcome: 'error', usage: null, estimate: nothing }));
  expect(await ledger.open(start({ attempt: 2 }))).toMatchObject({ ok: true });
});

test('a refusal is passed on', async () => {
  await setAiBudget(ctx, { monthlyLimitUsd: '0' });
  const ledger = new TurnLedger(ctx, at, await firstReserved());
  expect(await ledger.open(start())).toEqual({ ok: false, reason: 'budget_spent' });
  expect(ledger.settlements()).toEqual([]);
});

test('a call that was reserved but never dispatched is closed without cost', async () => {
  const ledger = new TurnLedger(ctx, at, await firstReserved());
  await end(ledger);
  expect(await withTenant(ctx, (tx) => tx.select().from(aiUsageLog))).toMatchObject([
    { outcome: 'aborted', cost: 0n },
  ]);
});

test('without a first reservation the first call makes its own', async () => {
  const ledger = new TurnLedger(ctx, at, null);
  expect(await ledger.open(start())).toMatchObject({ ok: true });
  expect(await rows()).toEqual([[1, 'pending']]);
});
