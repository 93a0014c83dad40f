import { customerAuditLog } from '../../db/schema/customers.ts';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';

export interface AuditEntry {
  customerId: string;
  /** What was done, e.g. "customer.updated". */
  action: string;
  /** The values that changed, as they were and as they are; null where there was nothing. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * Appends to the company's audit log in the transaction of its cause. The statement is not sent until
 * it is awaited or executed. The database numbers the row and seals it with the hash of the one before.
 */
export function recordAudit(
  tx: TenantTx,
  ctx: Pick<Ctx, 'companyId' | 'actor'>,
  entry: AuditEntry,
) {
  return tx.insert(customerAuditLog).values({
    companyId: ctx.companyId,
    id: newId(),
    actorType: ctx.actor.type,
    actorId: ctx.actor.id,
    ...entry,
  });
}
