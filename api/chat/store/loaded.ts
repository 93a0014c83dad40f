import type { CompanyFacts } from '../../../db/schema/companies.ts';
import type { QuoteView } from '../../calculator/views.ts';
import type { MessageView } from '../events/events.ts';

/** The answer of the database function load_conversation, in its own column names. */
export interface LoadedRow {
  session: {
    id: string;
    site_id: string;
    visitor_id: string;
    status: 'open' | 'human' | 'closed';
    locale: 'en' | 'es';
    customer_id: string | null;
    intake: unknown;
    last_event_id: number;
    message_count: number;
    created_at: string;
  };
  site: { id: string; publishable_key: string; allowed_origins: string[] } | null;
  company: {
    id: string;
    name: string;
    country: string;
    currency: string;
    facts: CompanyFacts;
  } | null;
  config: { version: number; config: unknown } | null;
  messages: LoadedMessage[];
  quotes: QuoteView[];
  lead: {
    id: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    address: string | null;
  } | null;
}

export interface LoadedMessage {
  id: string;
  seq: number;
  role: 'visitor' | 'assistant' | 'staff';
  text: string;
  status: 'open' | 'complete' | 'interrupted';
  reply_to: string | null;
  quote_ids: string[];
  first_event_id: number | null;
  created_at: string;
}

/** A message row as events and lists carry it. */
export function messageView(row: LoadedMessage): MessageView {
  const { id, role, text, quote_ids } = row;
  return { id, role, text, quote_ids, created_at: new Date(row.created_at).toISOString() };
}
