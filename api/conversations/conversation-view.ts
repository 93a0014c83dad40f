import type { ConversationRow } from './queries.ts';
import type { ConversationView } from './views.ts';

/** A joined row as the wire has it. */
export function conversationView(row: ConversationRow): ConversationView {
  const { session, lead, customer } = row;
  return {
    id: session.id,
    status: session.status,
    site: { id: session.siteId, name: row.siteName ?? 'Deleted site' },
    customer: customer?.id ? { id: customer.id, name: customer.name } : null,
    contact: {
      name: lead?.name ?? null,
      email: lead?.email ?? null,
      phone: lead?.phone ?? null,
      address: lead?.address ?? null,
    },
    last_message:
      session.lastMessageRole && session.lastMessageText !== null
        ? {
            role: session.lastMessageRole,
            text: session.lastMessageText,
            created_at: session.lastMessageAt.toISOString(),
          }
        : null,
    message_count: session.messageCount,
    quote_total: row.quoteTotal,
    page_url: session.pageUrl,
    human_requested_at: session.humanRequestedAt?.toISOString() ?? null,
    created_at: session.createdAt.toISOString(),
    last_message_at: session.lastMessageAt.toISOString(),
  };
}
