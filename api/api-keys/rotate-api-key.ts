import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { recordKeyChange } from '../security-events/record-security-event.ts';
import { assertMayGrant } from './assert-may-grant.ts';
import { newSecret } from './new-secret.ts';
import { lockApiKey, updateApiKey } from './queries.ts';
import type { ApiKeyWithSecret } from './schemas.ts';
import { viewApiKey } from './view.ts';

/**
 * Gives a key a new secret; the old one stops at once. Throws `not_found` for a revoked or expired key, and
 * `forbidden` when the key may do more than the actor, who would get hold of it this way.
 */
export async function rotateApiKey(ctx: Ctx, id: string): Promise<ApiKeyWithSecret> {
  requirePermission(ctx.actor, 'api_keys.write');
  const { key, stored } = newSecret();
  const row = await withTenant(ctx, async (tx) => {
    const old = await lockApiKey(tx, id);
    const isOver = old?.revokedAt || (old?.expiresAt && old.expiresAt <= ctx.now());
    if (!old || isOver) throw new AppError('not_found');
    assertMayGrant(ctx.actor, old.scopes);
    await fulfilClaim(tx, ctx, id);
    await recordKeyChange(tx, ctx, 'api_key_rotated', id);
    return updateApiKey(tx, ctx.companyId, id, { ...stored, lastUsedAt: null });
  });
  return { ...viewApiKey(row), key };
}
