import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Page } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { auditQuery } from './queries.ts';
import type { AuditRowView } from './views.ts';

/**
 * The audit rows of a customer, newest first; of a deleted one too, since they outlive it. The cursor
 * is the number of the page's last row.
 */
export async function listCustomerAudit(
  ctx: Ctx,
  customerId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<AuditRowView>> {
  requirePermission(ctx.actor, 'customers.read');
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new AppError('cursor_invalid');
  const before = cursor === undefined ? null : Number(cursor);
  const asked = { companyId: ctx.companyId, customerId, before, limit: limit + 1 };
  const rows = await inOneTrip(ctx, (tx) => auditQuery(tx, asked).execute());
  if (rows.length === 0 && before === null) throw new AppError('not_found');
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(auditView),
    next_cursor: rows.length > limit ? String(shown.at(-1)?.seq) : null,
  };
}

type Row = Awaited<ReturnType<typeof auditQuery>>[number];

function auditView(row: Row): AuditRowView {
  return {
    id: row.id,
    seq: row.seq,
    action: row.action,
    actor: { type: row.actorType, id: row.actorId, name: row.actorName },
    before: row.before as AuditRowView['before'],
    after: row.after as AuditRowView['after'],
    hash: row.hash,
    created_at: row.createdAt.toISOString(),
  };
}
