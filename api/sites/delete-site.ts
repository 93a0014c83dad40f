import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { findSite, updateSiteRow } from './queries.ts';

/** Hides the site; its key stops working at once, its conversations stay. */
export async function deleteSite(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx.actor, 'sites.write');
  const deletedAt = ctx.now();
  await withTenant(
    ctx,
    async (tx) => {
      const site = await findSite(tx, id);
      if (!site || site.deletedAt) throw new AppError('not_found');
      await updateSiteRow(tx, ctx.companyId, id, { deletedAt });
    },
    { deleted: true },
  );
}
