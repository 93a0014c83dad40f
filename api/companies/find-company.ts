import { companies } from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

export type CompanyRow = typeof companies.$inferSelect;

/** The transaction's company: row-level security shows no other. */
export async function findCompany(tx: TenantTx): Promise<CompanyRow | null> {
  const [row] = await tx.select().from(companies);
  return row ?? null;
}
