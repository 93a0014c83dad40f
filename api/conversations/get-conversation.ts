import { requirePermission } from '../access/require-permission.ts';
import { formatPicodollars } from '../ai-usage/format-picodollars.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { conversationView } from './conversation-view.ts';
import { type ConversationRow, selectConversation, selectConversationExtras } from './queries.ts';
import type { ConversationDetailView } from './views.ts';

/** One conversation with its lead, quotes and cost. Throws `not_found`. */
export async function getConversation(ctx: Ctx, id: string): Promise<ConversationDetailView> {
  requirePermission(ctx.actor, 'conversations.read');
  const [[row], [extras]] = await inOneTrip(ctx, (tx) =>
    Promise.all([
      selectConversation(tx, ctx.companyId, id),
      selectConversationExtras(tx, ctx.companyId, id),
    ]),
  );
  if (!row || !extras) throw new AppError('not_found');
  const names = new Map(extras.suggested.map((customer) => [customer.id, customer.name]));
  return {
    ...conversationView(row),
    lead: leadOf(row, names),
    quotes: extras.quotes,
    ai_cost_usd: formatPicodollars(BigInt(extras.cost_picousd)),
  };
}

function leadOf(
  { lead }: ConversationRow,
  names: Map<string, string | null>,
): ConversationDetailView['lead'] {
  if (!lead) return null;
  return {
    id: lead.id,
    action: lead.action,
    confidence: lead.confidence === null ? null : lead.confidence / 100,
    evidence: lead.evidence,
    // A suggested customer who was deleted since is no suggestion any more.
    suggestions: lead.suggestions.flatMap((suggestion) => {
      const name = names.get(suggestion.customer_id);
      return name === undefined ? [] : [{ ...suggestion, name }];
    }),
  };
}
