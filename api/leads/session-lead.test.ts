import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  chatSessions,
  customerAuditLog,
  customerEvents,
  customerMatchingKeys,
  customers,
  type DetailSource,
  leads,
} from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { DETAIL_FIELDS, type Details } from './lead.types.ts';
import { recordLead } from './record-lead.ts';
import { apiLead, makeSession } from './testing.ts';

async function start() {
  const ctx = await testCtx();
  const sessionId = await makeSession(ctx);
  /** `raw` is the words that a value was heard in, where they say more than it. */
  const say = (given: Details, raw: Details = {}) =>
    recordLead(
      ctx,
      apiLead({ source: 'chat', sessionId, details: sourcesOf(given, raw), ...given }),
    );
  return { ctx, sessionId, say };
}

function sourcesOf(given: Details, raw: Details): DetailSource[] {
  return DETAIL_FIELDS.filter((field) => given[field]).map((field) => ({
    field,
    value: given[field] ?? '',
    source: 'message',
    message_id: null,
    raw: raw[field] ?? given[field] ?? '',
  }));
}

const everybody = (ctx: Ctx) =>
  withTenant(ctx, (tx) => tx.select().from(customers).orderBy(customers.id));
const theLead = (ctx: Ctx) => withTenant(ctx, (tx) => tx.select().from(leads));
const eventsOf = (ctx: Ctx, id: string | null) =>
  withTenant(ctx, (tx) =>
    tx
      .select()
      .from(customerEvents)
      .where(eq(customerEvents.customerId, id ?? ''))
      .orderBy(customerEvents.id),
  );

describe('a conversation', () => {
  test('has one lead that grows, and a customer once the visitor can be reached', async () => {
    const { ctx, sessionId, say } = await start();
    const named = await say({ name: 'Maria' });
    expect(named).toMatchObject({ action: null, customer_id: null });
    const reached = await say({ phone: '617 555 0142' });
    expect(reached).toMatchObject({ action: 'created', lead_id: named.lead_id });
    const more = await say({ name: 'Maria Lopez', email: 'maria@example.com' });
    expect(more).toMatchObject({
      action: 'updated',
      lead_id: named.lead_id,
      customer_id: reached.customer_id,
    });
    expect(await everybody(ctx)).toMatchObject([
      {
        name: 'Maria Lopez',
        phone: '+16175550142',
        email: 'maria@example.com',
        source: 'chat',
        verifiedFields: [],
      },
    ]);
    const [lead, ...others] = await theLead(ctx);
    expect(others).toEqual([]);
    expect(lead).toMatchObject({
      name: 'Maria Lopez',
      phone: '+16175550142',
      action: 'created',
      sessionId,
    });
    expect(lead?.details.map(({ field }) => field)).toEqual(['name', 'phone', 'name', 'email']);
    const [session] = await withTenant(ctx, (tx) => tx.select().from(chatSessions));
    expect(session?.customerId).toBe(reached.customer_id);
  });

  test('lands on the known customer whose phone is given later', async () => {
    const { ctx, say } = await start();
    const known = await recordLead(ctx, apiLead({ name: 'Robert Smith', phone: '617-555-0142' }));
    await say({ name: 'Bob' });
    expect(await say({ phone: '617-555-0142' })).toMatchObject({
      action: 'linked',
      customer_id: known.customer_id,
    });
    expect(await everybody(ctx)).toHaveLength(1);
  });

  test('may correct what it gave itself', async () => {
    const { ctx, say } = await start();
    await say({ name: 'Ann', phone: '617-555-0142' });
    await say({ phone: '617-555-0199' });
    expect(await everybody(ctx)).toMatchObject([{ phone: '+16175550199', version: 2 }]);
    await say({ name: 'Anna Lee' });
    expect(await everybody(ctx)).toMatchObject([{ name: 'Anna Lee' }]);
  });

  test('does not overwrite what a known customer has; the new value is kept beside it', async () => {
    const { ctx, say } = await start();
    const known = await recordLead(
      ctx,
      apiLead({ name: 'Ann Lee', email: 'ann@example.com', phone: '617-555-0142' }),
    );
    await say({ name: 'Ann', email: 'ann@example.com' });
    await say({ phone: '617-555-0199' });
    expect(await everybody(ctx)).toMatchObject([{ phone: '+16175550142' }]);
    const keys = await withTenant(ctx, (tx) => tx.select().from(customerMatchingKeys));
    expect(keys.map(({ value }) => value).sort()).toEqual([
      '+16175550142',
      '+16175550199',
      'ann@example.com',
    ]);
    const events = await eventsOf(ctx, known.customer_id);
    expect(events.map(({ type }) => type)).toEqual(['created', 'linked', 'other_details_kept']);
  });

  test("does not turn to another customer's record when their e-mail is named", async () => {
    const { ctx, say } = await start();
    const jane = await recordLead(ctx, apiLead({ name: 'Jane Smith', email: 'jane@example.com' }));
    const bob = await say({ name: 'Bob Smith', phone: '617-555-0142' });
    const named = await say({ email: 'jane@example.com' });
    expect(named).toMatchObject({ action: 'updated', customer_id: bob.customer_id });
    expect(named.suggestions.map((s) => s.customer_id)).toEqual([jane.customer_id]);
    const [session] = await withTenant(ctx, (tx) => tx.select().from(chatSessions));
    expect(session?.customerId).toBe(bob.customer_id);
  });

  test('is about another person once they give their own name and contact, and both timelines say so', async () => {
    const { ctx, say } = await start();
    const bob = await say({ name: 'Bob Smith', phone: '617-555-0142' });
    const jane = await say({ name: 'Jane Smith', email: 'jane@example.com' });
    expect(jane.action).toBe('created');
    expect(jane.customer_id).not.toBe(bob.customer_id);
    expect(await everybody(ctx)).toMatchObject([
      { name: 'Bob Smith', email: null },
      { name: 'Jane Smith', phone: null },
    ]);
    expect((await eventsOf(ctx, bob.customer_id)).at(-1)).toMatchObject({
      type: 'conversation_moved',
      payload: { to: jane.customer_id },
    });
    expect(await theLead(ctx)).toMatchObject([
      { customerId: jane.customer_id, name: 'Jane Smith', phone: null },
    ]);
  });

  test('makes two customers of husband and wife, also when her number comes after her name', async () => {
    const { ctx, say } = await start();
    const dave = await say({ name: 'Dave Smith', phone: '617-555-0142' });
    const named = await say({ name: 'Laura' }, { name: 'his wife Laura' });
    expect(named.customer_id).toBe(dave.customer_id);
    const laura = await say({ phone: '617-555-0199' });
    expect(laura).toMatchObject({ action: 'created' });
    expect(await everybody(ctx)).toMatchObject([
      { name: 'Dave Smith', phone: '+16175550142' },
      { name: 'Laura', phone: '+16175550199' },
    ]);
  });

  test('makes two customers of father and son', async () => {
    const { ctx, say } = await start();
    await say({ name: 'Bob Smith Sr', phone: '617-555-0142' });
    expect(await say({ name: 'Bob Smith Jr', email: 'bob@example.com' })).toMatchObject({
      action: 'created',
    });
    expect(await everybody(ctx)).toHaveLength(2);
  });

  test('knows by the name it heard before whose phone it hears', async () => {
    const { ctx, say } = await start();
    const bob = await recordLead(ctx, apiLead({ name: 'Bob Smith', phone: '617-555-0142' }));
    await say({ name: 'Jane Smith' });
    const jane = await say({ phone: '617-555-0142' });
    expect(jane.customer_id).not.toBe(bob.customer_id);
    expect(await everybody(ctx)).toMatchObject([{ name: 'Bob Smith' }, { name: 'Jane Smith' }]);
  });

  test('keeps why it was linked', async () => {
    const { ctx, say } = await start();
    await recordLead(ctx, apiLead({ name: 'Bob Smith', phone: '617-555-0142' }));
    const { confidence, evidence } = await say({ name: 'Bob', phone: '617-555-0142' });
    expect(evidence.length).toBeGreaterThan(0);
    expect(await say({ address: '12 Oak St' })).toMatchObject({ confidence, evidence });
  });

  test("keeps a relative's number beside the visitor's own", async () => {
    const { ctx, say } = await start();
    await say({ name: 'Ana Ruiz', phone: '617-555-0142' });
    await say({ phone: '617-555-0199' }, { phone: 'his number is 617-555-0199' });
    expect(await everybody(ctx)).toMatchObject([{ name: 'Ana Ruiz', phone: '+16175550142' }]);
  });

  test('still corrects a name that was misheard', async () => {
    const { ctx, say } = await start();
    await say({ name: 'Dave', phone: '617-555-0142' });
    await say({ name: 'Dan' });
    await say({ email: 'dan@example.com' });
    expect(await everybody(ctx)).toMatchObject([{ name: 'Dan', email: 'dan@example.com' }]);
  });

  test('keeps to its known customer when only another name falls', async () => {
    const { ctx, say } = await start();
    const known = await recordLead(ctx, apiLead({ name: 'Bob Smith', phone: '617-555-0142' }));
    await say({ name: 'Bob', phone: '617-555-0142' });
    expect(await say({ name: 'Jane' })).toMatchObject({ customer_id: known.customer_id });
    expect(await everybody(ctx)).toMatchObject([{ name: 'Bob Smith' }]);
  });

  test('counts a placeholder number as no way to reach anybody', async () => {
    const { ctx, say } = await start();
    expect(await say({ name: 'Ann', phone: '000-000-0000' })).toMatchObject({ customer_id: null });
    expect(await theLead(ctx)).toMatchObject([{ name: 'Ann', phone: '000-000-0000' }]);
    expect(await withTenant(ctx, (tx) => tx.select().from(customerAuditLog))).toEqual([]);
  });

  test('starts over when its customer has been deleted', async () => {
    const { ctx, say } = await start();
    const first = await say({ name: 'Ann', phone: '617-555-0142' });
    await withTenant(ctx, (tx) => tx.update(customers).set({ deletedAt: new Date() }), {
      deleted: true,
    });
    await withTenant(ctx, (tx) => tx.update(customerMatchingKeys).set({ nameKey: 'ann#deleted' }));
    const again = await say({ email: 'ann@example.com' });
    expect(again.action).toBe('created');
    expect(again.customer_id).not.toBe(first.customer_id);
  });

  test('cuts what is longer than a customer can hold', async () => {
    const { ctx, say } = await start();
    await say({ name: 'A'.repeat(300), phone: '617-555-0142' });
    expect((await everybody(ctx))[0]?.name).toHaveLength(200);
  });
});
