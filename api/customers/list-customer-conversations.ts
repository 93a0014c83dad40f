import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/tenant-db.ts';
import { readCustomer } from './get-customer.ts';
import { conversationsQuery } from './queries.ts';
import type { CustomerConversationView } from './views.ts';

/** A customer's conversations, the latest message first. Throws `not_found`. */
export async function listCustomerConversations(
  ctx: Ctx,
  customerId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<CustomerConversationView>> {
  requirePermission(ctx.actor, 'conversations.read');
  const { companyId } = ctx;
  const asked = { companyId, customerId, after: decodeCursor(cursor), limit: limit + 1 };
  const [, rows] = await inOneTrip(ctx, (tx) =>
    Promise.all([readCustomer(tx, companyId, customerId), conversationsQuery(tx, asked).execute()]),
  );
  return toPage(rows, limit, conversationView, ({ at, id }) => ({ at, id }));
}

type Row = Awaited<ReturnType<typeof conversationsQuery>>[number];

function conversationView(row: Row): CustomerConversationView {
  const { id, status, lastMessageRole: role, lastMessageText: text } = row;
  const last_message_at = row.lastMessageAt.toISOString();
  return {
    id,
    status,
    last_message: role && text !== null ? { role, text, created_at: last_message_at } : null,
    message_count: row.messageCount,
    created_at: row.createdAt.toISOString(),
    last_message_at,
  };
}
