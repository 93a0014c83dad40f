import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { insertSite } from './insert-site.ts';
import { newSite } from './new-site.ts';
import type { SiteInput, SiteView } from './schemas.ts';
import { viewSite } from './view.ts';

/** A new site with a publishable key of its own. */
export async function createSite(ctx: Ctx, input: SiteInput): Promise<SiteView> {
  requirePermission(ctx.actor, 'sites.write');
  const site = newSite({ companyId: ctx.companyId, id: newId(), now: ctx.now() }, input);
  const row = await withTenant(ctx, async (tx) => {
    const [inserted] = await Promise.all([insertSite(tx, site), fulfilClaim(tx, ctx, site.id)]);
    return inserted;
  });
  return viewSite(row);
}
