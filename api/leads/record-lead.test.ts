import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  customerAuditLog,
  customerEvents,
  customerMatchingKeys,
  customers,
  leads,
  outbox,
} from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { recordLead } from './record-lead.ts';
import { apiLead } from './testing.ts';

const lead = apiLead;
const all = (ctx: Ctx) => withTenant(ctx, (tx) => tx.select().from(customers));

describe('recordLead', () => {
  test('makes a customer of a new person, with lead, keys, timeline, audit row and outbox', async () => {
    const ctx = await testCtx();
    const given = {
      name: 'Maria Lopez',
      email: 'Maria@Example.com',
      phone: '(617) 555-0142',
      address: '12 Oak St',
    };
    const outcome = await recordLead(ctx, lead({ ...given, notes: 'Call after five' }));
    expect(outcome).toMatchObject({ action: 'created', confidence: 1, suggestions: [] });
    const id = outcome.customer_id ?? '';
    const [customer] = await all(ctx);
    expect(customer).toMatchObject({
      ...given,
      id,
      phone: '+16175550142',
      source: 'api',
      stage: 'lead',
      version: 1,
    });
    await withTenant(ctx, async (tx) => {
      expect(await tx.select().from(customerMatchingKeys)).toMatchObject([
        { kind: 'email', value: 'maria@example.com', nameKey: 'maria' },
        { kind: 'phone', value: '+16175550142', nameKey: 'maria' },
      ]);
      expect(await tx.select().from(leads)).toMatchObject([
        {
          id: outcome.lead_id,
          customerId: id,
          action: 'created',
          confidence: 100,
          notes: 'Call after five',
        },
      ]);
      expect(await tx.select().from(customerEvents)).toMatchObject([
        { customerId: id, type: 'created', actorId: ctx.actor.id },
      ]);
      expect(await tx.select().from(customerAuditLog)).toMatchObject([
        { customerId: id, action: 'customer.created', seq: 1, actorType: 'user' },
      ]);
      const topics = await tx.select({ topic: outbox.topic }).from(outbox);
      expect(topics.map(({ topic }) => topic).sort()).toEqual([
        'customer.created',
        'lead.captured',
      ]);
    });
  });

  test('links the same person again and fills what was blank', async () => {
    const ctx = await testCtx();
    const first = await recordLead(ctx, lead({ name: 'Robert Smith', phone: '617-555-0142' }));
    const again = await recordLead(ctx, lead({ name: 'Bob Smith', phone: '+1 617 555 0142' }));
    expect(again).toMatchObject({ action: 'linked', customer_id: first.customer_id });
    const more = await recordLead(
      ctx,
      lead({ name: 'Bob', phone: '617.555.0142', email: 'bob@example.com' }),
    );
    expect(more).toMatchObject({ action: 'updated', customer_id: first.customer_id });
    expect(await all(ctx)).toMatchObject([
      { name: 'Robert Smith', email: 'bob@example.com', version: 2 },
    ]);
    const byMail = await recordLead(ctx, lead({ email: 'bob@example.com' }));
    expect(byMail).toMatchObject({ action: 'linked', customer_id: first.customer_id });
  });

  test('keeps a value that staff have verified, and is found by the other value all the same', async () => {
    const ctx = await testCtx();
    const { customer_id } = await recordLead(
      ctx,
      lead({ name: 'Ann Lee', email: 'ann@example.com', phone: '6175550142' }),
    );
    await withTenant(ctx, (tx) =>
      tx.update(customers).set({ address: null, verifiedFields: ['phone', 'address'] }),
    );
    const other = lead({
      name: 'Ann Lee',
      email: 'ann@example.com',
      phone: '6175550199',
      address: '1 Elm Rd',
    });
    expect(await recordLead(ctx, other)).toMatchObject({ action: 'linked', customer_id });
    expect(await all(ctx)).toMatchObject([{ phone: '+16175550142', address: null }]);
    expect(await recordLead(ctx, lead({ name: 'Ann', phone: '6175550199' }))).toMatchObject({
      customer_id,
    });
    const kept = await withTenant(ctx, (tx) =>
      tx.select().from(customerEvents).where(eq(customerEvents.type, 'other_details_kept')),
    );
    expect(kept[0]?.payload).toMatchObject({
      values: { phone: '+16175550199', address: '1 Elm Rd' },
    });
  });

  test('suggests look-alikes that share no key: slips, same name and address', async () => {
    const ctx = await testCtx();
    const home = '12 Tullaroop Street, Springfield, IL 62701';
    const { customer_id } = await recordLead(
      ctx,
      lead({
        name: 'Maria Lopez',
        email: 'maria.lopez@gmail.com',
        phone: '6175550142',
        address: home,
      }),
    );
    const alike: Record<string, string>[] = [
      { email: 'maria.lopes@gmail.com' },
      { email: 'maria.lopez@gmial.com' },
      { name: 'Maria', phone: '617-555-0124' },
      { name: 'Maria', phone: '857-555-0142' },
      { name: 'Maria Lopes', address: '12 Tullaroop St, Springfield' },
      { name: 'Lopez, Maria' },
      { name: 'Jose Lopez', address: home },
    ];
    for (const given of alike) {
      const outcome = await recordLead(ctx, lead(given));
      expect(outcome.action, JSON.stringify(given)).toBe('created');
      const ids = outcome.suggestions.map((suggestion) => suggestion.customer_id);
      expect(ids, JSON.stringify(given)).toContain(customer_id);
    }
  });

  test('does not see a deleted customer or one of another company', async () => {
    const ctx = await testCtx();
    const { customer_id } = await recordLead(ctx, lead({ name: 'Ann', phone: '6175550142' }));
    const stranger = await recordLead(await testCtx(), lead({ name: 'Ann', phone: '6175550142' }));
    expect(stranger).toMatchObject({ action: 'created', suggestions: [] });
    expect(stranger.customer_id).not.toBe(customer_id);
  });

  test('an unknown country gives way to the number as it was given', async () => {
    const ctx = await testCtx();
    await recordLead(ctx, { source: 'api', details: [], name: 'Ann', phone: '617 555 0142' });
    expect(await all(ctx)).toMatchObject([{ phone: '+16175550142', country: 'US' }]);
  });

  test('an analyst may not record leads', async () => {
    const ctx = await testCtx({ role: 'analyst' });
    await expect(recordLead(ctx, lead({ name: 'Ann' }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await all(ctx)).toEqual([]);
  });
});

describe('at the same instant', () => {
  test('twenty leads of one new person make one customer, however the name is written', async () => {
    const ctx = await testCtx();
    const spellings = ['Bob Smith', 'Robert Smith', '', 'R. Smith'];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        recordLead(ctx, lead({ name: spellings[i % 4] ?? '', phone: '617-555-0142' })),
      ),
    );
    expect(new Set(outcomes.map(({ customer_id }) => customer_id)).size).toBe(1);
    expect(outcomes.filter(({ action }) => action === 'created')).toHaveLength(1);
    expect(await all(ctx)).toHaveLength(1);
    expect(await withTenant(ctx, (tx) => tx.select().from(leads))).toHaveLength(20);
  });

  test('twenty couples on one phone make two customers', async () => {
    const ctx = await testCtx();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        recordLead(ctx, lead({ name: i % 2 ? 'Bob Smith' : 'Jane Smith', phone: '617-555-0142' })),
      ),
    );
    expect(new Set(outcomes.map(({ customer_id }) => customer_id)).size).toBe(2);
    expect((await all(ctx)).map(({ name }) => name).sort()).toEqual(['Bob Smith', 'Jane Smith']);
  });

  test('leads with two keys in any order do not lock each other out', async () => {
    const ctx = await testCtx();
    const mails = ['a1@example.com', 'b2@example.com', 'c3@example.com'];
    const outcomes = await Promise.all(
      Array.from({ length: 18 }, (_, i) =>
        recordLead(
          ctx,
          lead({ name: 'Ann', email: mails[i % 3] ?? '', phone: `617-555-01${40 + (i % 2)}` }),
        ),
      ),
    );
    expect(outcomes).toHaveLength(18);
  });

  test('the unique index holds against a writer who did not ask for the locks', async () => {
    const ctx = await testCtx();
    const { customer_id } = await recordLead(
      ctx,
      lead({ name: 'Bob Smith', phone: '617-555-0142' }),
    );
    await recordLead(ctx, lead({ name: 'Ann Lee', email: 'ann@example.com' }));
    const steal = withTenant(ctx, (tx) =>
      tx.insert(customerMatchingKeys).values({
        companyId: ctx.companyId,
        customerId: sql`(select id from customers where name = 'Ann Lee')`,
        kind: 'phone',
        value: '+16175550142',
        nameKey: 'roberto',
      }),
    );
    await expect(steal).rejects.toMatchObject({ cause: { code: '23505' } });
    const holders = await withTenant(ctx, (tx) =>
      tx
        .select()
        .from(customerMatchingKeys)
        .where(and(eq(customerMatchingKeys.kind, 'phone'))),
    );
    expect(holders).toMatchObject([{ customerId: customer_id }]);
  });
});
