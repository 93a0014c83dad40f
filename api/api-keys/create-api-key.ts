import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { recordKeyChange } from '../security-events/record-security-event.ts';
import { assertMayGrant, defaultScopes } from './assert-may-grant.ts';
import { newSecret } from './new-secret.ts';
import { type ApiKeyRow, insertApiKey, lockApiKey } from './queries.ts';
import type { ApiKeyInput, ApiKeyWithSecret } from './schemas.ts';
import { viewApiKey } from './view.ts';

/**
 * A new key with its secret, which is not kept. One that is made with a key ends with that key at the
 * latest. Throws `forbidden` for scopes or a life beyond the actor's.
 */
export async function createApiKey(ctx: Ctx, input: ApiKeyInput): Promise<ApiKeyWithSecret> {
  requirePermission(ctx.actor, 'api_keys.write');
  const scopes = input.scopes ?? defaultScopes(ctx.actor);
  assertMayGrant(ctx.actor, scopes);
  const { key, stored } = newSecret();
  const row = await withTenant(ctx, async (tx) => {
    const parent = await lockParent(tx, ctx);
    const made = {
      companyId: ctx.companyId,
      id: newId(),
      name: input.name,
      ...stored,
      scopes,
      createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
      createdAt: ctx.now(),
      parentId: parent?.id ?? null,
      expiresAt: expiryOf(input, parent),
    };
    const [inserted] = await Promise.all([insertApiKey(tx, made), fulfilClaim(tx, ctx, made.id)]);
    await recordKeyChange(tx, ctx, 'api_key_created', made.id);
    return inserted;
  });
  return { ...viewApiKey(row), key };
}

/** The key that acts, which cannot be revoked before the new one is there to be revoked with it. */
async function lockParent(tx: TenantTx, { actor }: Ctx): Promise<ApiKeyRow | null> {
  if (actor.type !== 'api_key') return null;
  const parent = await lockApiKey(tx, actor.id);
  if (!parent || parent.revokedAt) throw new AppError('api_key_invalid');
  return parent;
}

function expiryOf(input: ApiKeyInput, parent: ApiKeyRow | null): Date | null {
  const asked = input.expires_at ? new Date(input.expires_at) : null;
  const end = parent?.expiresAt ?? null;
  if (asked && end && asked > end) {
    throw new AppError('forbidden', { detail: 'A key cannot make one that lives longer.' });
  }
  return asked ?? end;
}
