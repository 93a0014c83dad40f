import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { updateSiteRow } from './queries.ts';
import type { SitePatch, SiteView } from './schemas.ts';
import { viewSite } from './view.ts';

/** Changes what is given. Open chats keep their look; the allowed origins count from the next request. */
export async function updateSite(ctx: Ctx, id: string, patch: SitePatch): Promise<SiteView> {
  requirePermission(ctx.actor, 'sites.write');
  const { allowed_origins: allowedOrigins, consent_text: consentText, ...same } = patch;
  const change = { ...same, allowedOrigins, consentText: consentText === '' ? null : consentText };
  const row = await withTenant(ctx, (tx) =>
    updateSiteRow(tx, ctx.companyId, id, { ...change, updatedAt: ctx.now() }),
  );
  if (!row) throw new AppError('not_found');
  return viewSite(row);
}
