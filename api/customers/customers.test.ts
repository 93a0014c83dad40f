import { describe, expect, test } from 'vitest';
import { customerAuditLog, customerMatchingKeys } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { recordLead } from '../leads/record-lead.ts';
import { apiLead } from '../leads/testing.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { getCustomer } from './get-customer.ts';
import { restoreCustomer } from './restore-customer.ts';
import { updateCustomer } from './update-customer.ts';

const PHONE = '617-555-0142';
const ann = { name: 'Ann Lee', email: 'ann@example.com', phone: PHONE };
const keysOf = async (ctx: Ctx) =>
  (await withTenant(ctx, (tx) => tx.select().from(customerMatchingKeys)))
    .map(({ value }) => value)
    .sort();
const auditOf = (ctx: Ctx) =>
  withTenant(ctx, (tx) => tx.select().from(customerAuditLog).orderBy(customerAuditLog.seq));

describe('createCustomer', () => {
  test('makes a customer whose given fields are verified', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, {
      ...ann,
      tags: ['vip'],
      notes: 'Gate code 12',
      stage: 'quoted',
    });
    expect(made).toMatchObject({
      ...ann,
      phone: '+16175550142',
      country: 'US',
      stage: 'quoted',
      tags: ['vip'],
      notes: 'Gate code 12',
      source: 'staff',
      verified: ['name', 'email', 'phone'],
      conversation_count: 0,
      quote_count: 0,
      version: 1,
    });
    expect(await getCustomer(ctx, made.id)).toEqual(made);
    expect(await auditOf(ctx)).toMatchObject([{ action: 'customer.created', customerId: made.id }]);
  });

  test('is made although people of the same first names, 60 of them, share its e-mail', async () => {
    const ctx = await testCtx();
    const { email } = ann;
    // Syllables put together, so that none is a short form of another.
    const names = Array.from(
      { length: 60 },
      (_, n) => `${'BDFGKLMNPR'[n % 10]}a${'vzxtsq'[Math.floor(n / 10)]}oro`,
    );
    for (const name of names) await createCustomer(ctx, { name: `${name} Lee`, email });
    for (const name of names) await createCustomer(ctx, { name: `${name} Kowalski`, email });
    expect(await keysOf(ctx)).toEqual(Array(120).fill(email));
  });

  test('a lead finds it', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    expect(await recordLead(ctx, apiLead({ name: 'Ann', phone: PHONE }))).toMatchObject({
      action: 'linked',
      customer_id: made.id,
    });
  });

  test('makes a second one of the same person when staff want it, and leads do not make a third', async () => {
    const ctx = await testCtx();
    const first = await createCustomer(ctx, ann);
    const second = await createCustomer(ctx, ann);
    expect(second.id).not.toBe(first.id);
    const lead = await recordLead(ctx, apiLead(ann));
    expect(lead).toMatchObject({ action: 'linked', customer_id: first.id });
    expect(lead.suggestions).toMatchObject([{ customer_id: second.id }]);
  });
});

describe('updateCustomer', () => {
  test('changes what is given, verifies it, and tells timeline and audit log', async () => {
    const ctx = await testCtx();
    const { customer_id } = await recordLead(ctx, apiLead(ann));
    const id = customer_id ?? '';
    const changed = await updateCustomer(ctx, id, {
      phone: '(617) 555-0199',
      stage: 'customer',
      notes: null,
    });
    expect(changed).toMatchObject({
      phone: '+16175550199',
      email: ann.email,
      stage: 'customer',
      version: 2,
      verified: ['phone'],
    });
    expect((await auditOf(ctx)).at(-1)).toMatchObject({
      action: 'customer.updated',
      before: { phone: '+16175550142', stage: 'lead' },
      after: { phone: '+16175550199', stage: 'customer' },
    });
    expect(await keysOf(ctx)).toEqual(['+16175550199', 'ann@example.com']);
    await recordLead(ctx, apiLead({ ...ann, phone: PHONE }));
    expect(await getCustomer(ctx, id)).toMatchObject({ phone: '+16175550199' });
  });

  test('an emptied field may be filled by a chat again', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    expect(await updateCustomer(ctx, made.id, { phone: null })).toMatchObject({
      phone: null,
      verified: ['name', 'email'],
    });
    await recordLead(ctx, apiLead({ ...ann, phone: '617-555-0199' }));
    expect(await getCustomer(ctx, made.id)).toMatchObject({ phone: '+16175550199' });
  });

  test('a new name is what leads are compared with from then on', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, { name: 'Bob Smith', phone: PHONE });
    await updateCustomer(ctx, made.id, { name: 'Jane Smith' });
    expect((await recordLead(ctx, apiLead({ name: 'Bob', phone: PHONE }))).action).toBe('created');
    expect(await recordLead(ctx, apiLead({ name: 'Jane', phone: PHONE }))).toMatchObject({
      customer_id: made.id,
    });
  });

  test('refuses a change made from a version that is gone', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    const newer = await updateCustomer(ctx, made.id, { notes: 'x', version: 1 });
    for (const seen of [{ version: 1 }, { updated_at: made.updated_at }]) {
      const late = updateCustomer(ctx, made.id, { notes: 'y', ...seen });
      await expect(late).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(
      await updateCustomer(ctx, made.id, { notes: 'y', updated_at: newer.updated_at }),
    ).toMatchObject({ notes: 'y' });
  });

  test('of two changes at once from the same version one is refused', async () => {
    const ctx = await testCtx();
    const { id } = await createCustomer(ctx, ann);
    const both = await Promise.allSettled(
      ['x', 'y'].map((notes) => updateCustomer(ctx, id, { notes, version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('changing nothing changes no version', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    expect(await updateCustomer(ctx, made.id, { ...ann })).toEqual(made);
    expect(await auditOf(ctx)).toHaveLength(1);
  });
});

describe('deleteCustomer and restoreCustomer', () => {
  test('a deleted customer is hidden, gives way to a new one, and comes back whole', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    await deleteCustomer(ctx, made.id);
    await expect(getCustomer(ctx, made.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteCustomer(ctx, made.id)).rejects.toMatchObject({ code: 'not_found' });
    const lead = await recordLead(ctx, apiLead(ann));
    expect(lead).toMatchObject({ action: 'created', suggestions: [] });
    expect(await restoreCustomer(ctx, made.id)).toMatchObject({
      ...ann,
      phone: '+16175550142',
      version: 3,
    });
    const again = await recordLead(ctx, apiLead(ann));
    expect([made.id, lead.customer_id]).toContain(again.customer_id);
    expect((await auditOf(ctx)).map(({ action }) => action)).toContain('customer.restored');
  });

  test('a customer restored before anybody took its place is linked as before', async () => {
    const ctx = await testCtx();
    const { id } = await createCustomer(ctx, ann);
    await deleteCustomer(ctx, id);
    await restoreCustomer(ctx, id);
    expect(await recordLead(ctx, apiLead(ann))).toMatchObject({
      action: 'linked',
      customer_id: id,
    });
    const [key] = await withTenant(ctx, (tx) => tx.select().from(customerMatchingKeys));
    expect(key?.nameKey).not.toContain('#');
  });

  test('restoring one that is not deleted changes nothing', async () => {
    const ctx = await testCtx();
    const made = await createCustomer(ctx, ann);
    expect(await restoreCustomer(ctx, made.id)).toEqual(made);
  });
});

describe('permissions', () => {
  test("another company's customer is not there", async () => {
    const { id } = await createCustomer(await testCtx(), ann);
    const stranger = await testCtx();
    const missing = { code: 'not_found' };
    await expect(getCustomer(stranger, id)).rejects.toMatchObject(missing);
    await expect(updateCustomer(stranger, id, { notes: 'x' })).rejects.toMatchObject(missing);
    await expect(deleteCustomer(stranger, id)).rejects.toMatchObject(missing);
    await expect(restoreCustomer(stranger, id)).rejects.toMatchObject(missing);
    await expect(getCustomer(stranger, newId())).rejects.toMatchObject(missing);
  });

  test('an analyst reads only, sales may not delete', async () => {
    const owner = await testCtx();
    const { id } = await createCustomer(owner, ann);
    const as = (role: 'analyst' | 'sales') => testCtx({ role, companyId: owner.companyId });
    const denied = { code: 'forbidden' };
    const [analyst, sales] = await Promise.all([as('analyst'), as('sales')]);
    expect(await getCustomer(analyst, id)).toMatchObject({ id });
    await expect(createCustomer(analyst, ann)).rejects.toMatchObject(denied);
    await expect(updateCustomer(analyst, id, { notes: 'x' })).rejects.toMatchObject(denied);
    await expect(deleteCustomer(sales, id)).rejects.toMatchObject(denied);
    await expect(restoreCustomer(sales, id)).rejects.toMatchObject(denied);
    expect(await updateCustomer(sales, id, { notes: 'x' })).toMatchObject({ notes: 'x' });
  });
});
