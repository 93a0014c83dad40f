import { requirePermission } from '../access/require-permission.ts';
import { listMessages, type MessageWithQuotes } from '../chat/messages.ts';
import type { Ctx } from '../context.ts';
import type { Page } from '../platform/cursor.ts';
import { getConversation } from './get-conversation.ts';

/** A page of a conversation's messages, oldest first. Throws `not_found`. */
export async function listConversationMessages(
  ctx: Ctx,
  id: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<MessageWithQuotes>> {
  requirePermission(ctx.actor, 'conversations.read');
  const page = await listMessages(ctx, { sessionId: id, ...query });
  // Only a conversation in which nothing was said yet looks like one that is not there.
  if (page.items.length === 0) await getConversation(ctx, id);
  return page;
}
