import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { quoteQuery } from './queries.ts';
import { type QuoteRecordView, quoteRecordView } from './quote-view.ts';

/** A quote as it was given; throws `not_found`. */
export async function getQuote(ctx: Ctx, id: string): Promise<QuoteRecordView> {
  requirePermission(ctx.actor, 'quotes.read');
  const [row] = await inOneTrip(ctx, async (tx) => quoteQuery(tx, id));
  if (!row) throw new AppError('not_found', { detail: 'There is no such quote.' });
  return quoteRecordView(row);
}
