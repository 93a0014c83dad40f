import { and, eq, type SQL, sql } from 'drizzle-orm';
import { customers } from '../../db/schema/customers.ts';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { lookHashes } from './match/customer-keys.ts';
import type { PersonValues } from './match/person.ts';
import type { Stage } from './views.ts';

type Field = 'name' | 'email' | 'phone' | 'address';
type WriteCtx = Pick<Ctx, 'companyId' | 'now'>;
type NewCustomer = PersonValues & Omit<Partial<typeof customers.$inferInsert>, keyof PersonValues>;

/** A new customer's row, with the keys that look-alikes are found by. Not sent until executed. */
export function insertCustomer(tx: TenantTx, ctx: WriteCtx, id: string, customer: NewCustomer) {
  const now = ctx.now();
  return tx.insert(customers).values({
    companyId: ctx.companyId,
    id,
    lookKeys: lookHashes(ctx.companyId, customer),
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
    ...customer,
  });
}

/**
 * What a lead adds to a known customer. A field is only set while it still has the value that the
 * decision was taken from and staff have not verified it. Not sent until executed.
 * @param known values to be found by from now on, beside those before
 * @param stage what the customer moves to; null when it stays where it is
 */
export function updateFromLead(
  tx: TenantTx,
  ctx: WriteCtx,
  seen: { id: string } & Record<Field, string | null>,
  changes: Partial<Record<Field, string | null>>,
  known: PersonValues,
  stage: Stage | null,
) {
  const now = ctx.now();
  const set: Partial<Record<Field | 'version', SQL>> = {};
  for (const [field, value] of Object.entries(changes) as [Field, string][]) {
    const column = customers[field];
    set[field] = sql`case when ${field}::text = any (${customers.verifiedFields})
      or ${column} is distinct from ${seen[field]}::text then ${column} else ${value}::text end`;
  }
  const isEdit = stage !== null || Object.keys(changes).length > 0;
  if (isEdit) set.version = sql`${customers.version} + 1`;
  return tx
    .update(customers)
    .set({
      ...set,
      ...(stage && { stage }),
      lookKeys: withHashes(lookHashes(ctx.companyId, known)),
      lastActivityAt: now,
      ...(isEdit && { updatedAt: now }),
    })
    .where(and(eq(customers.companyId, ctx.companyId), eq(customers.id, seen.id)));
}

/** The row's hashes and these, each once. */
function withHashes(hashes: number[]): SQL {
  return sql`array(select distinct hash from unnest(${customers.lookKeys} || ${`{${hashes.join(',')}}`}::int[]) as hash)`;
}
