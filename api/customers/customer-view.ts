import type { CountedRow } from './queries.ts';
import type { CustomerView } from './views.ts';

/** A row as it goes over the wire. */
export function customerView(row: CountedRow): CustomerView {
  const { id, name, email, phone, address, country, stage, tags, source, notes, version } = row;
  return {
    ...{ id, name, email, phone, address, country, stage, tags, source, notes },
    verified: row.verifiedFields,
    conversation_count: row.conversationCount,
    quote_count: row.quoteCount,
    version,
    last_activity_at: row.lastActivityAt.toISOString(),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
