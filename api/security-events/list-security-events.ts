import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { type SecurityEventRow, selectSecurityEvents } from './queries.ts';
import type { SecurityEventsQuery, SecurityEventView } from './schemas.ts';

/** The company's security events, newest first. */
export async function listSecurityEvents(
  ctx: Ctx,
  { limit, cursor, ...filter }: SecurityEventsQuery,
): Promise<Page<SecurityEventView>> {
  requirePermission(ctx.actor, 'security_events.read');
  const after = decodeCursor(cursor);
  const rows = await inOneTrip(ctx, async (tx) =>
    selectSecurityEvents(tx, filter, { limit, after }),
  );
  return toPage(rows, limit, viewEvent, ({ event }) => ({
    at: event.createdAt.toISOString(),
    id: event.id,
  }));
}

function viewEvent({ event, actorName, targetName }: SecurityEventRow): SecurityEventView {
  const { id, kind, actorType, actorId, targetType, targetId, network, detail } = event;
  return {
    id,
    kind: kind as SecurityEventView['kind'],
    at: event.createdAt.toISOString(),
    actor: actorType && actorId ? { type: actorType, id: actorId, name: actorName } : null,
    target: targetType && targetId ? { type: targetType, id: targetId, name: targetName } : null,
    network,
    detail,
    request_id: event.requestId,
  };
}
