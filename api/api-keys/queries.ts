import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { apiKeys } from '../../db/schema/index.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** Newest first; an id tells when its row was made. One row more than asked. */
export function selectApiKeys(tx: TenantTx, limit: number, after: CursorPosition | null) {
  return tx
    .select()
    .from(apiKeys)
    .where(after ? lt(apiKeys.id, after.id) : undefined)
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1);
}

/** The key, kept from changing until the transaction ends. */
export async function lockApiKey(tx: TenantTx, id: string): Promise<ApiKeyRow | null> {
  const [row] = await tx.select().from(apiKeys).where(eq(apiKeys.id, id)).for('update');
  return row ?? null;
}

export async function insertApiKey(
  tx: TenantTx,
  key: typeof apiKeys.$inferInsert,
): Promise<ApiKeyRow> {
  const [row] = await tx.insert(apiKeys).values(key).returning();
  if (!row) throw new Error('api-keys: nothing was inserted');
  return row;
}

export async function updateApiKey(
  tx: TenantTx,
  companyId: string,
  id: string,
  change: Partial<ApiKeyRow>,
): Promise<ApiKeyRow> {
  const [row] = await tx
    .update(apiKeys)
    .set(change)
    .where(and(eq(apiKeys.companyId, companyId), eq(apiKeys.id, id)))
    .returning();
  if (!row) throw new Error('api-keys: nothing was updated');
  return row;
}

/** Revokes a key and all that descend from it; returns the ids of those that were not revoked before. */
export async function revokeWithDescendants(
  tx: TenantTx,
  companyId: string,
  id: string,
  at: Date,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive family as (
      select k.company_id, k.id from api_keys k where k.company_id = ${companyId} and k.id = ${id}
      union
      select k.company_id, k.id from api_keys k join family f
        on k.company_id = f.company_id and k.parent_id = f.id
    )
    update api_keys k set revoked_at = ${at.toISOString()}::timestamptz from family f
    where k.company_id = f.company_id and k.id = f.id and k.revoked_at is null
    returning k.id`);
  return rows.map((row) => row.id);
}
