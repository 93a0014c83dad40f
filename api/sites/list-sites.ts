import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { selectSites } from './queries.ts';
import type { SiteView } from './schemas.ts';
import { viewSite } from './view.ts';

/** The company's sites, newest first. */
export async function listSites(
  ctx: Ctx,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<SiteView>> {
  requirePermission(ctx.actor, 'sites.read');
  const after = decodeCursor(input.cursor);
  const rows = await inOneTrip(ctx, async (tx) => selectSites(tx, input.limit, after));
  return toPage(rows, input.limit, viewSite, (row) => ({
    at: row.createdAt.toISOString(),
    id: row.id,
  }));
}
