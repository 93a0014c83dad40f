import type { SQLWrapper } from 'drizzle-orm';
import { customers } from '../../db/schema/customers.ts';
import { requirePermission } from '../access/require-permission.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { gatherLead } from '../leads/gather-lead.ts';
import type { KnownCustomer } from '../leads/lead.types.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import { retryOnCollision } from '../platform/database/retry-on-collision.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { CONTACT_FIELDS, type CustomerEdit, contactIn, verifiedAfter } from './customer-edit.ts';
import { readCustomer } from './get-customer.ts';
import { deleteKeys, insertKeys, renameKeys } from './key-writes.ts';
import { lookHashes, matchingKeys } from './match/customer-keys.ts';
import { type CustomerRow, customerQuery, isCustomer, lockCustomer } from './queries.ts';
import { recordEvent } from './record-event.ts';
import type { CustomerView } from './views.ts';

/** An edit, with what its writer has seen: it is refused when the customer has changed since. */
export interface UpdateCustomerInput extends CustomerEdit {
  version?: number | undefined;
  updated_at?: string | undefined;
}

/**
 * Changes a customer as staff say; the contact fields that are given count as verified from then on.
 * @throws AppError not_found, conflict
 */
export async function updateCustomer(
  ctx: Ctx,
  id: string,
  input: UpdateCustomerInput,
): Promise<CustomerView> {
  requirePermission(ctx.actor, 'customers.write');
  return retryOnCollision(() => withTenant(ctx, (tx) => update(tx, ctx, id, input)));
}

async function update(
  tx: TenantTx,
  ctx: Ctx,
  id: string,
  input: UpdateCustomerInput,
): Promise<CustomerView> {
  const [seen] = await customerQuery(tx, ctx.companyId, id);
  if (!seen) throw new AppError('not_found');
  // The keys' locks come before the row's, in the order of every other writer.
  const asked = { ...input, country: input.country ?? seen.country, customerId: id };
  const { candidates } = await gatherLead(tx, ctx.companyId, asked);
  const [row] = await lockCustomer(tx, ctx.companyId, id);
  if (!row) throw new AppError('not_found');
  assertUnchanged(row, input);
  const { set, before, after } = changesOf(row, input);
  const fields = Object.keys(after);
  const [own] = candidates.filter((candidate) => candidate.id === id);
  if (fields.length > 0 || set.verifiedFields) {
    await writeRow(tx, ctx, { ...row, ...set }, own, row.version + 1);
  }
  if (fields.length > 0) {
    const statements = [
      ...keyStatements(tx, ctx, row, { ...row, ...set }, candidates),
      ...tellings(tx, ctx, id, before, after),
    ];
    for (const statement of statements) await tx.execute(statement.getSQL());
  }
  return readCustomer(tx, ctx.companyId, id);
}

function assertUnchanged(row: CustomerRow, { version, updated_at }: UpdateCustomerInput): void {
  const seen = updated_at === undefined || Date.parse(updated_at) === row.updatedAt.getTime();
  if (seen && (version === undefined || version === row.version)) return;
  throw new AppError('conflict', {
    detail: `The customer is at version ${row.version} by now. Read it again, then repeat the change.`,
  });
}

type Values = Record<string, unknown>;

/** What the edit really changes, and those values before and after. */
function changesOf(row: CustomerRow, input: UpdateCustomerInput) {
  const country = input.country ?? row.country;
  const contact = contactIn(input, country);
  const { stage, tags, notes } = input;
  const wanted = { ...contact, country, stage, tags, notes };
  const set: Partial<CustomerRow> = {};
  const before: Values = {};
  const after: Values = {};
  for (const [field, value] of Object.entries(wanted)) {
    const present = row[field as keyof typeof wanted];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(present)) continue;
    Object.assign(set, { [field]: value });
    before[field] = present;
    after[field] = value;
  }
  const verified = verifiedAfter(row.verifiedFields, contact);
  if (verified.join() !== row.verifiedFields.join()) set.verifiedFields = verified;
  return { set, before, after };
}

function writeRow(
  tx: TenantTx,
  ctx: Ctx,
  row: CustomerRow,
  own: KnownCustomer | undefined,
  version: number,
) {
  const { id, name, email, phone, address, country, stage, tags, notes, verifiedFields } = row;
  const other = (kind: 'email' | 'phone') =>
    own?.keys.filter((key) => key.kind === kind).map(({ value }) => value) ?? [];
  const more = { emails: other('email'), phones: other('phone') };
  return tx
    .update(customers)
    .set({
      ...{ name, email, phone, address, country, stage, tags, notes, verifiedFields, version },
      lookKeys: lookHashes(ctx.companyId, row, more),
      updatedAt: ctx.now(),
    })
    .where(isCustomer(ctx.companyId, id));
}

/** The old e-mail and phone are keys no more when staff change them: they may have been wrong. */
function keyStatements(
  tx: TenantTx,
  ctx: Ctx,
  old: CustomerRow,
  row: CustomerRow,
  candidates: KnownCustomer[],
): SQLWrapper[] {
  const now = matchingKeys(row);
  const gone = matchingKeys(old).filter(
    (key) => !now.some(({ kind, value }) => kind === key.kind && value === key.value),
  );
  return [
    ...gone.map(({ kind, value }) => deleteKeys(tx, ctx, row.id, kind, [value])),
    ...renameKeys(tx, ctx, row.id, old.name, row.name),
    ...insertKeys(tx, ctx, row.id, row, row.name, candidates),
  ];
}

function tellings(tx: TenantTx, ctx: Ctx, id: string, before: Values, after: Values): SQLWrapper[] {
  const fields = Object.keys(after);
  const edited = fields.filter((field) => field !== 'stage');
  const verified = CONTACT_FIELDS.filter((field) => after[field]);
  const events = [
    ...(edited.length > 0
      ? [recordEvent(tx, ctx, id, 'updated', { fields: edited, before, after, verified })]
      : []),
    ...(after.stage
      ? [recordEvent(tx, ctx, id, 'stage_changed', { from: before.stage, to: after.stage })]
      : []),
  ];
  return [
    ...events,
    recordAudit(tx, ctx, { customerId: id, action: 'customer.updated', before, after }),
    recordOutbox(tx, ctx, 'customer.updated', { customer_id: id, fields }),
  ];
}
