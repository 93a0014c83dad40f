import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { customerAuditLog, customerEvents, customers, outbox } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { quoteService } from '../calculator/quote-service.ts';
import { testConfig } from '../calculator/testing.ts';
import type { Ctx } from '../context.ts';
import { updateCustomer } from '../customers/update-customer.ts';
import { connect } from '../platform/database/connect.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import type { Details } from './lead.types.ts';
import { recordLead } from './record-lead.ts';
import { apiLead, makeSession } from './testing.ts';

const PHONE = { phone: '617-555-0142' };

/** A conversation that can be given quotes and told details. */
async function chatOf(ctx: Ctx) {
  const sessionId = await makeSession(ctx);
  return {
    quote: () => quoteService(ctx, { ...WORK, sessionId }),
    say: (given: Details) => recordLead(ctx, apiLead({ source: 'chat', sessionId, ...given })),
  };
}

const WORK = {
  service: 'work',
  inputs: { size: '2' },
  loaded: { version: 1, config: testConfig() },
};

const stagesOf = (ctx: Ctx) =>
  withTenant(ctx, async (tx) =>
    (await tx.select().from(customers).orderBy(customers.id)).map(({ stage }) => stage),
  );

/** All that was written of a customer's moves. */
const movesOf = (ctx: Ctx, id: string | null) =>
  withTenant(ctx, async (tx) => {
    const events = await tx
      .select()
      .from(customerEvents)
      .where(eq(customerEvents.customerId, id ?? ''))
      .orderBy(customerEvents.id);
    const audit = await tx.select().from(customerAuditLog).orderBy(customerAuditLog.seq);
    const news = await tx.select().from(outbox).orderBy(outbox.seq);
    return {
      events: events.filter(({ type }) => type === 'stage_changed').map(({ payload }) => payload),
      audit: audit.map(({ action, before, after }) => ({ action, before, after })),
      told: news.filter(({ topic }) => topic === 'customer.updated').map(({ payload }) => payload),
    };
  });

test('a new customer of a conversation with quotes begins as quoted', async () => {
  const ctx = await testCtx();
  const chat = await chatOf(ctx);
  await chat.quote();
  const { customer_id, lead_id } = await chat.say({ name: 'Maria Lopez', ...PHONE });
  expect(await stagesOf(ctx)).toEqual(['quoted']);
  const { events, audit } = await movesOf(ctx, customer_id);
  expect(events).toMatchObject([{ from: 'lead', to: 'quoted', lead_id }]);
  expect(audit).toMatchObject([{ action: 'customer.created', after: { stage: 'quoted' } }]);
});

test('a new customer of a conversation without quotes is a lead', async () => {
  const ctx = await testCtx();
  const chat = await chatOf(ctx);
  await (await chatOf(ctx)).quote();
  const { customer_id } = await chat.say(PHONE);
  expect(await stagesOf(ctx)).toEqual(['lead']);
  expect((await movesOf(ctx, customer_id)).events).toEqual([]);
});

test('a known lead that turns up in a conversation with quotes moves to quoted', async () => {
  const ctx = await testCtx();
  const known = await recordLead(ctx, apiLead({ name: 'Maria', ...PHONE }));
  const chat = await chatOf(ctx);
  await chat.quote();
  expect(await chat.say(PHONE)).toMatchObject({ customer_id: known.customer_id });
  expect(await stagesOf(ctx)).toEqual(['quoted']);
  const { events, audit, told } = await movesOf(ctx, known.customer_id);
  expect(events).toMatchObject([{ from: 'lead', to: 'quoted' }]);
  expect(audit.at(-1)).toEqual({
    action: 'customer.updated',
    before: { stage: 'lead' },
    after: { stage: 'quoted' },
  });
  expect(told).toEqual([{ customer_id: known.customer_id, fields: ['stage'] }]);
});

test.each(['quoted', 'scheduled', 'customer', 'lost'] as const)(
  'a known customer at the stage %s stays there',
  async (stage) => {
    const ctx = await testCtx();
    const known = await recordLead(ctx, apiLead({ name: 'Maria', ...PHONE }));
    await updateCustomer(ctx, known.customer_id ?? '', { stage });
    const before = await movesOf(ctx, known.customer_id);
    const chat = await chatOf(ctx);
    await chat.quote();
    await chat.say({ ...PHONE, email: 'maria@example.com' });
    expect(await stagesOf(ctx)).toEqual([stage]);
    expect((await movesOf(ctx, known.customer_id)).events).toEqual(before.events);
  },
);

test('whom staff have moved back to lead stays a lead while the conversation goes on', async () => {
  const ctx = await testCtx();
  const chat = await chatOf(ctx);
  await chat.quote();
  const { customer_id } = await chat.say(PHONE);
  await updateCustomer(ctx, customer_id ?? '', { stage: 'lead' });
  await chat.say({ email: 'maria@example.com' });
  expect(await stagesOf(ctx)).toEqual(['lead']);
  await chat.quote();
  expect(await stagesOf(ctx)).toEqual(['quoted']);
});

test('what staff set while a lead lands is neither written over nor told wrongly', async () => {
  const ctx = await testCtx();
  const known = await recordLead(ctx, apiLead({ name: 'Maria', ...PHONE }));
  const chat = await chatOf(ctx);
  await chat.quote();
  const staff = { ...ctx, db: connect((await fileDatabase()).database.appUrl) };
  const landing = await withTenant(staff, async (tx) => {
    await tx.update(customers).set({ stage: 'scheduled' });
    const said = chat.say(PHONE);
    await expect.poll(waiting).toBe(1);
    return { said };
  });
  await landing.said;
  expect(await stagesOf(ctx)).toEqual(['scheduled']);
  expect((await movesOf(ctx, known.customer_id)).events).toEqual([]);
  await staff.db.end(1);
});

/** How many connections wait for another's lock. */
async function waiting(): Promise<number> {
  const { owner } = await fileDatabase();
  const rows = await owner`
    select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  return rows.length;
}
