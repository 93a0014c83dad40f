import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { recordKeyChange } from '../security-events/record-security-event.ts';
import { assertMayRevoke } from './assert-may-grant.ts';
import { lockApiKey, revokeWithDescendants } from './queries.ts';

/**
 * Ends a key, the keys that were made with it and those made with these, at once and for good. Revoking
 * again changes nothing. Throws `not_found`, or `forbidden` when a key would revoke a stronger one.
 */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx.actor, 'api_keys.write');
  await withTenant(ctx, async (tx) => {
    const key = await lockApiKey(tx, id);
    if (!key) throw new AppError('not_found');
    assertMayRevoke(ctx.actor, key.scopes);
    const ended = await revokeWithDescendants(tx, ctx.companyId, id, ctx.now());
    for (const one of ended) await recordKeyChange(tx, ctx, 'api_key_revoked', one);
  });
}
