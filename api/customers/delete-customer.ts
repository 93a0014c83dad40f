import { customers } from '../../db/schema/customers.ts';
import { requirePermission } from '../access/require-permission.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { giveUpPlaces } from './key-writes.ts';
import { isCustomer, lockCustomer } from './queries.ts';
import { recordEvent } from './record-event.ts';

/** Hides a customer; nothing is lost, see restoreCustomer. Throws `not_found`. */
export async function deleteCustomer(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx.actor, 'customers.delete');
  await withTenant(
    ctx,
    async (tx) => {
      const [row] = await lockCustomer(tx, ctx.companyId, id);
      if (!row || row.deletedAt) throw new AppError('not_found');
      const deletedAt = ctx.now();
      const version = row.version + 1;
      await Promise.all([
        tx.update(customers).set({ deletedAt, version }).where(isCustomer(ctx.companyId, id)),
        giveUpPlaces(tx, ctx, id),
        recordEvent(tx, ctx, id, 'deleted', {}),
        recordAudit(tx, ctx, {
          customerId: id,
          action: 'customer.deleted',
          before: { deleted_at: null },
          after: { deleted_at: deletedAt },
        }),
        recordOutbox(tx, ctx, 'customer.updated', { customer_id: id, fields: [], deleted: true }),
      ]);
    },
    { deleted: true },
  );
}
