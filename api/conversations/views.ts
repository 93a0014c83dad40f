import type { QuoteView } from '../calculator/views.ts';
import type { MessageView } from '../chat/events/events.ts';

interface Evidence {
  key: string;
  text: string;
}

/** A conversation as staff see it in the inbox. */
export interface ConversationView {
  id: string;
  status: 'open' | 'human' | 'closed';
  site: { id: string; name: string };
  customer: { id: string; name: string | null } | null;
  contact: {
    name: string | null;
    email: string | null;
    phone: string | null;
    address: string | null;
  };
  last_message: Pick<MessageView, 'role' | 'text' | 'created_at'> | null;
  message_count: number;
  quote_total: { amount: number; currency: string } | null;
  page_url: string | null;
  human_requested_at: string | null;
  created_at: string;
  last_message_at: string;
}

/** The same with everything that is known of it. */
export interface ConversationDetailView extends ConversationView {
  lead: {
    id: string;
    action: 'created' | 'linked' | 'updated' | null;
    /** 0 to 1. */
    confidence: number | null;
    evidence: Evidence[];
    suggestions: {
      customer_id: string;
      name: string | null;
      confidence: number;
      evidence: Evidence[];
    }[];
  } | null;
  quotes: QuoteView[];
  ai_cost_usd: string;
}
