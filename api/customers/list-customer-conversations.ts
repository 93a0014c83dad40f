import type { Ctx } from '../context.ts';
import { listConversations } from '../conversations/list-conversations.ts';
import type { ConversationView } from '../conversations/views.ts';
import type { Page } from '../platform/cursor.ts';
import { getCustomer } from './get-customer.ts';

/** A customer's conversations, the latest message first. Throws `not_found`. */
export async function listCustomerConversations(
  ctx: Ctx,
  customerId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<ConversationView>> {
  await getCustomer(ctx, customerId);
  return listConversations(ctx, { filter: 'all', customerId, ...page });
}
