import { and, desc, eq, lt } from 'drizzle-orm';
import { sites } from '../../db/schema/index.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { NewSite, SiteRow } from './insert-site.ts';

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
