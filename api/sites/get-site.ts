import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { findSite } from './queries.ts';
import type { SiteView } from './schemas.ts';
import { viewSite } from './view.ts';

/** Throws `not_found` for a site that is deleted or another company's. */
export async function getSite(ctx: Ctx, id: string): Promise<SiteView> {
  requirePermission(ctx.actor, 'sites.read');
  const row = await inOneTrip(ctx, (tx) => findSite(tx, id));
  if (!row) throw new AppError('not_found');
  return viewSite(row);
}
