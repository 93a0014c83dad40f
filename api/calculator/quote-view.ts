import type { QuoteRow } from './queries.ts';
import type { QuoteLineView, QuoteView, WaterfallStepView } from './views.ts';

/** A quote with whom it was given to, for staff and integrators; visitors get the quote alone. */
export interface QuoteRecordView extends QuoteView {
  session_id: string | null;
  customer_id: string | null;
}

/** A stored quote as on the wire. */
export function quoteView(row: QuoteRow): QuoteView {
  return {
    id: row.id,
    number: row.number,
    service: row.service,
    title: row.title,
    inputs: row.inputs,
    currency: row.currency,
    lines: row.lines as QuoteLineView[],
    subtotal: row.subtotal,
    tax: row.tax,
    total: row.total,
    ...(row.range ? { range: row.range } : {}),
    waterfall: row.waterfall as WaterfallStepView[],
    config_version: row.configVersion,
    valid_until: row.validUntil,
    created_at: row.createdAt.toISOString(),
  };
}

export function quoteRecordView(row: QuoteRow): QuoteRecordView {
  return { ...quoteView(row), session_id: row.sessionId, customer_id: row.customerId };
}
