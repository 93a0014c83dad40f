import { customers } from '../../db/schema/customers.ts';
import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import { retryOnCollision } from '../platform/database/retry-on-collision.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { readCustomer } from './get-customer.ts';
import { takePlacesBack } from './key-writes.ts';
import { isCustomer, lockCustomer } from './queries.ts';
import { recordEvent } from './record-event.ts';
import type { CustomerView } from './views.ts';

/** Brings a deleted customer back; one that is not deleted stays as it is. Throws `not_found`. */
export async function restoreCustomer(ctx: Ctx, id: string): Promise<CustomerView> {
  requirePermission(ctx.actor, 'customers.delete');
  return retryOnCollision(() => withTenant(ctx, (tx) => restore(tx, ctx, id), { deleted: true }));
}

async function restore(tx: TenantTx, ctx: Ctx, id: string): Promise<CustomerView> {
  const [row] = await lockCustomer(tx, ctx.companyId, id);
  if (!row) throw new AppError('not_found');
  if (row.deletedAt) {
    const version = row.version + 1;
    await Promise.all([
      tx.update(customers).set({ deletedAt: null, version }).where(isCustomer(ctx.companyId, id)),
      takePlacesBack(tx, ctx, id),
      recordEvent(tx, ctx, id, 'restored', {}),
      recordAudit(tx, ctx, {
        customerId: id,
        action: 'customer.restored',
        before: { deleted_at: row.deletedAt },
        after: { deleted_at: null },
      }),
      recordOutbox(tx, ctx, 'customer.updated', { customer_id: id, fields: [], deleted: false }),
    ]);
  }
  await fulfilClaim(tx, ctx, id);
  return readCustomer(tx, ctx.companyId, id);
}
