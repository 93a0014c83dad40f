import type { ApiKeyRow } from './queries.ts';
import type { ApiKeyView } from './schemas.ts';

/** An API key as on the wire, without its secret. */
export function viewApiKey(row: ApiKeyRow): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    last_four: row.lastFour,
    scopes: row.scopes,
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    expires_at: row.expiresAt?.toISOString() ?? null,
    parent_id: row.parentId,
    revoked_at: row.revokedAt?.toISOString() ?? null,
  };
}
