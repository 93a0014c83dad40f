import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { lockApiKey, updateApiKey } from './queries.ts';

/** Ends a key at once and for good. Revoking it again changes nothing. Throws `not_found`. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx.actor, 'api_keys.write');
  await withTenant(ctx, async (tx) => {
    const key = await lockApiKey(tx, id);
    if (!key) throw new AppError('not_found');
    if (!key.revokedAt) await updateApiKey(tx, ctx.companyId, id, { revokedAt: ctx.now() });
  });
}
