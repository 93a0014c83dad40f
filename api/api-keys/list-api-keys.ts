import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { selectApiKeys } from './queries.ts';
import type { ApiKeyView } from './schemas.ts';
import { viewApiKey } from './view.ts';

/** The company's keys, newest first, revoked ones too; no secret is among it. */
export async function listApiKeys(
  ctx: Ctx,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<ApiKeyView>> {
  requirePermission(ctx.actor, 'api_keys.write');
  const after = decodeCursor(input.cursor);
  const rows = await inOneTrip(ctx, async (tx) => selectApiKeys(tx, input.limit, after));
  return toPage(rows, input.limit, viewApiKey, (row) => ({
    at: row.createdAt.toISOString(),
    id: row.id,
  }));
}
