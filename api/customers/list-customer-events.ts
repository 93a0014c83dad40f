import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { readCustomer } from './get-customer.ts';
import { eventsQuery } from './queries.ts';
import type { CustomerEventView } from './views.ts';

/** A customer's timeline, newest first. Throws `not_found`. */
export async function listCustomerEvents(
  ctx: Ctx,
  customerId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<CustomerEventView>> {
  requirePermission(ctx.actor, 'customers.read');
  const { companyId } = ctx;
  const asked = { companyId, customerId, after: decodeCursor(cursor), limit: limit + 1 };
  const [, rows] = await inOneTrip(ctx, (tx) =>
    Promise.all([readCustomer(tx, companyId, customerId), eventsQuery(tx, asked).execute()]),
  );
  return toPage(rows, limit, eventView, ({ at, id }) => ({ at, id }));
}

type Row = Awaited<ReturnType<typeof eventsQuery>>[number];

function eventView({
  id,
  type,
  payload,
  actorType,
  actorId,
  actorName,
  createdAt,
}: Row): CustomerEventView {
  return {
    id,
    type,
    payload: payload as Record<string, unknown>,
    actor: { type: actorType, id: actorId, name: actorName },
    created_at: createdAt.toISOString(),
  };
}
