import { sql } from 'drizzle-orm';
import { companies } from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { CompanyRow } from './find-company.ts';

/** The same, kept from changing until the transaction ends. */
export async function lockCompany(tx: TenantTx): Promise<CompanyRow | null> {
  const [row] = await tx.select().from(companies).for('update');
  return row ?? null;
}

/** Sets columns of the transaction's company. */
export async function updateCompany(
  tx: TenantTx,
  change: Partial<CompanyRow>,
): Promise<CompanyRow | null> {
  const [row] = await tx.update(companies).set(change).where(sql`true`).returning();
  return row ?? null;
}
