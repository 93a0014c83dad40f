import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { quotesQuery } from './queries.ts';
import { type QuoteRecordView, quoteRecordView } from './quote-view.ts';

export interface ListQuotesInput {
  sessionId?: string | undefined;
  customerId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The company's quotes, newest first: all, a session's, or a customer's with those of their chats. */
export async function listQuotes(ctx: Ctx, input: ListQuotesInput): Promise<Page<QuoteRecordView>> {
  requirePermission(ctx.actor, 'quotes.read');
  const { sessionId, customerId, limit, cursor } = input;
  const before = decodeCursor(cursor)?.id;
  const rows = await inOneTrip(ctx, async (tx) =>
    quotesQuery(tx, { sessionId, customerId, before, limit: limit + 1 }),
  );
  return toPage(rows, limit, quoteRecordView, (row) => ({
    at: row.createdAt.toISOString(),
    id: row.id,
  }));
}
