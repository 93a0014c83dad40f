import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { conversationView } from './conversation-view.ts';
import { type InboxFilter, selectInbox } from './queries.ts';
import type { ConversationView } from './views.ts';

interface ListConversations {
  filter: InboxFilter;
  /** Only those of one customer. */
  customerId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The inbox: conversations by their latest message, newest first. */
export async function listConversations(
  ctx: Ctx,
  input: ListConversations,
): Promise<Page<ConversationView>> {
  requirePermission(ctx.actor, 'conversations.read');
  const { filter, customerId, limit } = input;
  const after = decodeCursor(input.cursor);
  const rows = await inOneTrip(ctx, (tx) =>
    selectInbox(tx, { companyId: ctx.companyId, filter, customerId, limit, after }),
  );
  return toPage(rows, limit, conversationView, ({ session }) => ({
    at: session.lastMessageAt.toISOString(),
    id: session.id,
  }));
}
