import { and, eq } from 'drizzle-orm';
import { leads } from '../../db/schema/customers.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

export function leadQuery(tx: TenantTx, companyId: string, id: string) {
  return tx
    .select()
    .from(leads)
    .where(and(eq(leads.companyId, companyId), eq(leads.id, id)));
}
