import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { assertMayGrant, defaultScopes } from './assert-may-grant.ts';
import { newSecret } from './new-secret.ts';
import { insertApiKey } from './queries.ts';
import type { ApiKeyInput, ApiKeyWithSecret } from './schemas.ts';
import { viewApiKey } from './view.ts';

/** A new key with its secret, which is not kept. Throws `forbidden` for scopes beyond the actor's. */
export async function createApiKey(ctx: Ctx, input: ApiKeyInput): Promise<ApiKeyWithSecret> {
  requirePermission(ctx.actor, 'api_keys.write');
  const scopes = input.scopes ?? defaultScopes(ctx.actor);
  assertMayGrant(ctx.actor, scopes);
  const { key, stored } = newSecret();
  const made = {
    companyId: ctx.companyId,
    id: newId(),
    name: input.name,
    ...stored,
    scopes,
    createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
    createdAt: ctx.now(),
  };
  const row = await withTenant(ctx, async (tx) => {
    const [inserted] = await Promise.all([insertApiKey(tx, made), fulfilClaim(tx, ctx, made.id)]);
    return inserted;
  });
  return { ...viewApiKey(row), key };
}
