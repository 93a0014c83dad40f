import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Ctx } from '../context.ts';
import { gatherLead } from '../leads/gather-lead.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import { retryOnCollision } from '../platform/database/retry-on-collision.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { companyCountry } from './company-country.ts';
import { type CustomerEdit, contactIn, contactOf } from './customer-edit.ts';
import { insertCustomer } from './customer-writes.ts';
import { readCustomer } from './get-customer.ts';
import { insertKeys } from './key-writes.ts';
import { recordEvent } from './record-event.ts';
import type { CustomerView } from './views.ts';

/**
 * Makes a customer as staff say, even where one looks the same: that is shown as a duplicate, not
 * refused. What is given counts as verified.
 */
export async function createCustomer(
  ctx: Ctx,
  input: CustomerEdit & { source?: string },
): Promise<CustomerView> {
  requirePermission(ctx.actor, 'customers.write');
  return retryOnCollision(() => withTenant(ctx, (tx) => create(tx, ctx, input)));
}

async function create(
  tx: TenantTx,
  ctx: Ctx,
  input: CustomerEdit & { source?: string },
): Promise<CustomerView> {
  const id = newId();
  const country = input.country ?? (await companyCountry(tx));
  const contact = contactIn(input, country);
  const values = { ...contact, country };
  const { candidates } = await gatherLead(tx, ctx.companyId, values);
  const { stage = 'lead', tags = [], notes = null } = input;
  const source = input.source ?? (ctx.actor.type === 'api_key' ? 'api' : 'staff');
  const rest = { stage, tags, notes, source, verifiedFields: contactOf(contact) };
  const after = { ...contact, country, stage, tags, notes, source };
  await insertCustomer(tx, ctx, id, { ...values, ...rest });
  await Promise.all([
    ...insertKeys(tx, ctx, id, values, contact.name, candidates).map((keys) =>
      tx.execute(keys.getSQL()),
    ),
    recordEvent(tx, ctx, id, 'created', { fields: contactOf(contact), source }),
    recordAudit(tx, ctx, { customerId: id, action: 'customer.created', before: null, after }),
    recordOutbox(tx, ctx, 'customer.created', { customer_id: id, fields: contactOf(contact) }),
    fulfilClaim(tx, ctx, id),
  ]);
  return readCustomer(tx, ctx.companyId, id);
}
