import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip, type TenantTx } from '../platform/database/tenant-db.ts';
import { customerView } from './customer-view.ts';
import { customerQuery } from './queries.ts';
import type { CustomerView } from './views.ts';

/** One customer. Throws `not_found`, for a deleted one too. */
export async function getCustomer(ctx: Ctx, id: string): Promise<CustomerView> {
  requirePermission(ctx.actor, 'customers.read');
  return inOneTrip(ctx, (tx) => readCustomer(tx, ctx.companyId, id));
}

/** The customer as on the wire, read in a transaction that is open already. */
export async function readCustomer(
  tx: TenantTx,
  companyId: string,
  id: string,
): Promise<CustomerView> {
  const [row] = await customerQuery(tx, companyId, id).execute();
  if (!row) throw new AppError('not_found');
  return customerView(row);
}
