import { sites } from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

export type SiteRow = typeof sites.$inferSelect;
export type NewSite = typeof sites.$inferInsert;

/** Stores a new site of the transaction's company. */
export async function insertSite(tx: TenantTx, site: NewSite): Promise<SiteRow> {
  const [row] = await tx.insert(sites).values(site).returning();
  if (!row) throw new Error('sites: nothing was inserted');
  return row;
}
