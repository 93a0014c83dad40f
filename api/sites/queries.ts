import { and, desc, eq, lt } from 'drizzle-orm';
import { sites } from '../../db/schema/index.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/tenant-db.ts';

export type SiteRow = typeof sites.$inferSelect;
export type NewSite = typeof sites.$inferInsert;

export async function findSite(tx: TenantTx, id: string): Promise<SiteRow | null> {
  const [row] = await tx.select().from(sites).where(eq(sites.id, id));
  return row ?? null;
}

/** Newest first; an id tells when its row was made. One row more than asked. */
export function selectSites(tx: TenantTx, limit: number, after: CursorPosition | null) {
  return tx
    .select()
    .from(sites)
    .where(after ? lt(sites.id, after.id) : undefined)
    .orderBy(desc(sites.id))
    .limit(limit + 1);
}

export async function insertSite(tx: TenantTx, site: NewSite): Promise<SiteRow> {
  const [row] = await tx.insert(sites).values(site).returning();
  if (!row) throw new Error('sites: nothing was inserted');
  return row;
}

/** Null when there is no such site, or it was deleted. */
export async function updateSiteRow(
  tx: TenantTx,
  companyId: string,
  id: string,
  change: Partial<NewSite>,
): Promise<SiteRow | null> {
  const [row] = await tx
    .update(sites)
    .set(change)
    .where(and(eq(sites.companyId, companyId), eq(sites.id, id)))
    .returning();
  return row ?? null;
}
