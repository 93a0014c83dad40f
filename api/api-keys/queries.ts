import { and, desc, eq, lt } from 'drizzle-orm';
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
