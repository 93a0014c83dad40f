import { beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { reserveAttempt, settleAttempt } from './attempts.ts';
import { getAiUsage } from './get-ai-usage.ts';
import { usageQuery } from './schemas.ts';
import { place, result, start } from './testing.ts';

let ctx: Ctx;
beforeEach(async () => {
  ctx = { ...(await testCtx()), now: () => new Date('2026-05-20T10:00:00Z') };
});

/** A closed call at an instant. */
async function call(
  at: string,
  change: { model?: string; sessionId?: string; customerId?: string } = {},
) {
  const { owner } = await fileDatabase();
  const where = { ...place(change.sessionId), customerId: change.customerId ?? null };
  const model = change.model ?? 'gpt-4o';
  const id = await withTenant(ctx, async (tx) => {
    const reservation = await reserveAttempt(tx, where, newId(), start({ model }));
    if (!reservation.ok) throw new Error(reservation.reason);
    await settleAttempt(tx, reservation.id, reservation.price, result());
    return reservation.id;
  });
  await owner`update ai_usage_log set created_at = ${at} where id = ${id}`;
}

describe('by day', () => {
  test('from and to are included, in UTC', async () => {
    await call('2026-04-30T23:59:59.999Z');
    await call('2026-05-01T00:00:00Z');
    await call('2026-05-03T08:00:00Z');
    await call('2026-05-03T23:59:59.999Z');
    await call('2026-05-04T00:00:00Z');
    const report = await getAiUsage(ctx, { from: '2026-05-01', to: '2026-05-03', groupBy: 'day' });
    expect(report.items.map(({ key, calls }) => [key, calls])).toEqual([
      ['2026-05-01', 1],
      ['2026-05-03', 2],
    ]);
    expect(report.total).toEqual({
      calls: 3,
      input_tokens: 2_400,
      cached_tokens: 0,
      output_tokens: 150,
      reasoning_tokens: 0,
      cost_picousd: '7500000000',
      cost_usd: '0.0075',
    });
  });

  test('unless told otherwise, the present month up to today', async () => {
    await call('2026-04-30T12:00:00Z');
    await call('2026-05-20T23:00:00Z');
    await call('2026-05-21T00:30:00Z');
    const report = await getAiUsage(ctx, { groupBy: 'day' });
    expect(report).toMatchObject({ from: '2026-05-01', to: '2026-05-20', total: { calls: 1 } });
  });

  test('an empty month is a zero, not an error', async () => {
    const report = await getAiUsage(ctx, { groupBy: 'day' });
    expect(report).toMatchObject({ items: [], alerts: [], total: { calls: 0, cost_usd: '0.00' } });
  });
});

describe('by model, conversation and customer', () => {
  test('the dearest model comes first', async () => {
    await call('2026-05-02T08:00:00Z', { model: 'gpt-4o-mini' });
    await call('2026-05-02T08:00:00Z', { model: 'gpt-4o' });
    await call('2026-05-02T08:00:00Z', { model: 'gpt-4o' });
    const { items } = await getAiUsage(ctx, { groupBy: 'model' });
    expect(items.map(({ key, label, calls, cost_usd }) => [key, label, calls, cost_usd])).toEqual([
      ['gpt-4o', 'gpt-4o', 2, '0.005'],
      ['gpt-4o-mini', 'gpt-4o-mini', 1, '0.00015'],
    ]);
  });

  test('a conversation counts for the customer it belongs to today', async () => {
    const { owner } = await fileDatabase();
    const [site, visitor, session, customer] = [newId(), newId(), newId(), newId()];
    const { companyId } = ctx;
    await owner`insert into sites (company_id, id, name, publishable_key, greeting)
      values (${companyId}, ${site}, 'Site', ${`pk_${site}`}, 'Hi')`;
    // The owner is under row-level security too, where no door looks through.
    await owner.begin(async (tx) => {
      await tx`select set_config('app.company_id', ${companyId}, true)`;
      await tx`insert into visitors (company_id, id, site_id) values (${companyId}, ${visitor}, ${site})`;
      await tx`insert into customers (company_id, id, name) values (${companyId}, ${customer}, 'Ana Ruiz')`;
      await tx`insert into chat_sessions (company_id, id, site_id, visitor_id, customer_id)
        values (${companyId}, ${session}, ${site}, ${visitor}, ${customer})`;
    });
    await call('2026-05-02T08:00:00Z', { sessionId: session, customerId: newId() });
    await call('2026-05-02T08:00:00Z', { sessionId: session });
    await call('2026-05-03T08:00:00Z');
    const byCustomer = await getAiUsage(ctx, { groupBy: 'customer' });
    expect(byCustomer.items.map(({ key, label, calls }) => [key, label, calls])).toEqual([
      [customer, 'Ana Ruiz', 2],
      ['unknown', 'Not known', 1],
    ]);
    const bySession = await getAiUsage(ctx, { groupBy: 'session' });
    expect(bySession.items.map((one) => [one.key, one.label, one.calls, one.first_at])).toEqual([
      [session, 'Ana Ruiz', 2, '2026-05-02T08:00:00.000Z'],
      [expect.any(String), 'Visitor', 1, '2026-05-03T08:00:00.000Z'],
    ]);
  });
});

test('calls under way are not in the totals', async () => {
  ctx = { ...ctx, now: () => new Date() };
  await withTenant(ctx, (tx) => reserveAttempt(tx, place(), newId(), start()));
  expect(await getAiUsage(ctx, { groupBy: 'day' })).toMatchObject({
    items: [],
    total: { calls: 0 },
  });
});

test('a model without a price is an alert', async () => {
  ctx = { ...ctx, now: () => new Date() };
  await withTenant(ctx, (tx) => reserveAttempt(tx, place(), newId(), start({ model: 'llama-9' })));
  const { alerts } = await getAiUsage(ctx, { groupBy: 'day' });
  expect(alerts).toMatchObject([
    {
      type: 'model_without_price',
      model: 'llama-9',
      last_day: new Date().toISOString().slice(0, 10),
    },
  ]);
});

test('another company sees none of it', async () => {
  await call('2026-05-02T08:00:00Z');
  const other = { ...(await testCtx()), now: ctx.now };
  expect(await getAiUsage(other, { groupBy: 'day' })).toMatchObject({
    items: [],
    total: { calls: 0 },
  });
});

test('sales sees no costs', async () => {
  const sales = await testCtx({ role: 'sales', companyId: ctx.companyId });
  await expect(getAiUsage(sales, { groupBy: 'day' })).rejects.toMatchObject({ code: 'forbidden' });
});

describe('a question', () => {
  test.each([
    ['a day that is none', { from: '2026-02-30' }],
    ['a time', { to: '2026-02-03T00:00:00Z' }],
    ['to before from', { from: '2026-02-03', to: '2026-02-02' }],
    ['more than a year', { from: '2025-01-01', to: '2026-01-02' }],
    ['an unknown grouping', { group_by: 'hour' }],
  ])('with %s is refused', (_, query) => {
    expect(usageQuery.safeParse(query).success).toBe(false);
  });
});
