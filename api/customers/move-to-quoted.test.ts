import { describe, expect, test } from 'vitest';
import { customerAuditLog, customerEvents, customers, outbox } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import { quoteService } from '../calculator/quote-service.ts';
import { testConfig } from '../calculator/testing.ts';
import { actingAs, addCustomer, addSession, companyWithPrices } from '../calculator/testing-db.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import type { Stage } from './views.ts';

const work = { service: 'work', inputs: { size: '2' } };

const readAll = (ctx: Ctx) =>
  withTenant(ctx, async (tx) => ({
    customers: await tx.select().from(customers).orderBy(customers.id),
    events: await tx.select().from(customerEvents),
    audit: await tx.select().from(customerAuditLog),
    told: (await tx.select().from(outbox)).filter(({ topic }) => topic === 'customer.updated'),
  }));

const setStage = (ctx: Ctx, stage: Stage) =>
  withTenant(ctx, (tx) => tx.update(customers).set({ stage }));

describe('a quote', () => {
  test('for a lead moves it to quoted, and says so to timeline, audit log and feed', async () => {
    const ctx = await companyWithPrices();
    const [customerId, other] = [await addCustomer(ctx), await addCustomer(ctx)];
    const quote = await quoteService(ctx, { ...work, customerId });
    const found = await readAll(ctx);
    expect(found.customers).toMatchObject([
      { id: customerId, stage: 'quoted', version: 2 },
      { id: other, stage: 'lead', version: 1 },
    ]);
    const actor = { actorType: ctx.actor.type, actorId: ctx.actor.id };
    const payload = { from: 'lead', to: 'quoted', quote_id: quote.id };
    expect(found.events).toMatchObject([{ customerId, type: 'stage_changed', payload, ...actor }]);
    const change = { before: { stage: 'lead' }, after: { stage: 'quoted' } };
    expect(found.audit).toMatchObject([{ customerId, action: 'customer.updated', ...change }]);
    expect(found.told).toMatchObject([{ payload: { customer_id: customerId, fields: ['stage'] } }]);
  });

  test('in a conversation with a lead moves it by the hand of the assistant', async () => {
    const ctx = await testCtx();
    const customerId = await addCustomer(ctx);
    const sessionId = await addSession(ctx, customerId);
    const assistant = actingAs(ctx, { type: 'system', id: 'assistant' });
    const loaded = { version: 1, config: testConfig() };
    await quoteService(assistant, { ...work, sessionId, loaded });
    const found = await readAll(ctx);
    expect(found.customers).toMatchObject([{ stage: 'quoted' }]);
    expect(found.events).toMatchObject([{ customerId, actorType: 'system', actorId: 'assistant' }]);
  });

  test.each(['quoted', 'scheduled', 'customer', 'lost'] as const)(
    'for a customer at the stage %s changes nothing about them',
    async (stage) => {
      const ctx = await companyWithPrices();
      const customerId = await addCustomer(ctx);
      await setStage(ctx, stage);
      await quoteService(ctx, { ...work, customerId });
      const found = await readAll(ctx);
      expect(found.customers).toMatchObject([{ stage, version: 1 }]);
      expect([found.events, found.audit, found.told]).toEqual([[], [], []]);
    },
  );

  test('for nobody, or of a conversation with nobody known, moves nobody', async () => {
    const ctx = await companyWithPrices();
    await addCustomer(ctx);
    await quoteService(ctx, work);
    await quoteService(ctx, { ...work, sessionId: await addSession(ctx) });
    expect((await readAll(ctx)).customers).toMatchObject([{ stage: 'lead' }]);
  });

  test('moves a lead once when several are given at the same instant', async () => {
    const ctx = await companyWithPrices();
    const customerId = await addCustomer(ctx);
    await Promise.all([1, 2, 3, 4].map(() => quoteService(ctx, { ...work, customerId })));
    expect((await readAll(ctx)).events).toHaveLength(1);
  });
});
