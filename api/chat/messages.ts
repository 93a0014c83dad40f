import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { chatMessages } from '../../db/schema/chat.ts';
import type { QuoteView } from '../calculator/views.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Page } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import type { MessageView } from './events/events.ts';

export interface MessageWithQuotes extends MessageView {
  quotes: QuoteView[];
  assistant: 'model' | 'guided' | null;
}

interface MessageQuery {
  sessionId: string;
  limit: number;
  /** The sequence number after which to go on, as text. */
  cursor?: string | undefined;
}

/** A session's messages, oldest first, each with the quotes that were given in it. */
export async function listMessages(
  ctx: Pick<Ctx, 'db' | 'companyId' | 'actor'>,
  { sessionId, limit, cursor }: MessageQuery,
): Promise<Page<MessageWithQuotes>> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new AppError('cursor_invalid');
  const quotes = sql<QuoteView[]>`coalesce((
    select jsonb_agg(quote_json(q) order by q.created_at) from calculation_history q
    where q.company_id = ${chatMessages.companyId} and q.id = any(${chatMessages.quoteIds})
  ), '[]')`;
  const rows = await inOneTrip(ctx, (tx) =>
    tx
      .select({ message: chatMessages, quotes })
      .from(chatMessages)
      .where(
        and(
          eq(chatMessages.companyId, ctx.companyId),
          eq(chatMessages.sessionId, sessionId),
          gt(chatMessages.seq, Number(cursor ?? 0)),
        ),
      )
      .orderBy(asc(chatMessages.seq))
      .limit(limit + 1),
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ message, quotes: given }) => ({
      id: message.id,
      role: message.role,
      text: message.text,
      quote_ids: message.quoteIds,
      quotes: given,
      assistant: message.assistant,
      created_at: message.createdAt.toISOString(),
    })),
    next_cursor: rows.length > limit ? String(shown.at(-1)?.message.seq) : null,
  };
}
