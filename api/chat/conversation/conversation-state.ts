import type { CustomerDetails, SiteFacts, Utterance } from '../../assistant/assistant.ts';
import type { QuoteView } from '../../calculator/views.ts';
import type { EventLog } from '../events/event-log.ts';
import { type LoadedRow, messageView } from '../store/loaded.ts';
import { factsOf } from './site-facts.ts';

/** What a room knows of its session. Everything in it can be loaded again. */
export interface ConversationState {
  log: EventLog;
  loadedAt: number;
  locale: 'en' | 'es';
  site: { publishableKey: string; allowedOrigins: string[] } | null;
  facts: SiteFacts;
  config: LoadedRow['config'];
  status: 'open' | 'human' | 'closed';
  intake: unknown;
  /** Contact details known so far, wherever they came from. */
  contact: CustomerDetails;
  customerId: string | null;
  nextSeq: number;
  /** Oldest first, all roles. */
  history: Utterance[];
  /** Text of the visitor's messages by id: a repeated message is recognised by it. */
  visitorMessages: Map<string, string>;
  /** Ids of messages whose turn was interrupted: they may be sent again. */
  interrupted: Set<string>;
  /** Ids of messages whose turns were cut off before the room woke up. */
  cutOff: string[];
  quotes: QuoteView[];
  quotesById: Map<string, QuoteView>;
  detailsRequested: boolean;
  addQuote(quote: QuoteView): void;
  remember(change: { details?: CustomerDetails; intake?: unknown }): void;
  renew(row: LoadedRow, now: Date): void;
}

/** Builds a room's state from what the database knows. */
export function stateOf(row: LoadedRow, log: EventLog, now: Date): ConversationState {
  const { quotes } = row;
  const lastSeq = row.messages.at(-1)?.seq ?? 0;
  const state: ConversationState = {
    log,
    loadedAt: now.getTime(),
    locale: row.session.locale,
    site: siteOf(row),
    facts: factsOf(row),
    config: row.config,
    status: row.session.status,
    intake: row.session.intake,
    contact: contactOf(row),
    customerId: row.session.customer_id,
    nextSeq: lastSeq + 1,
    history: row.messages.map(({ role, text }) => ({ role, text })),
    visitorMessages: new Map(
      row.messages.filter(({ role }) => role === 'visitor').map(({ id, text }) => [id, text]),
    ),
    interrupted: new Set(
      row.messages.filter(({ status }) => status === 'interrupted').map((m) => messageView(m).id),
    ),
    cutOff: [],
    quotes,
    quotesById: new Map(quotes.map((quote) => [quote.id, quote])),
    detailsRequested: false,
    addQuote(quote) {
      state.quotes.push(quote);
      state.quotesById.set(quote.id, quote);
    },
    remember({ details, intake }) {
      if (details) Object.assign(state.contact, details);
      if (intake !== undefined) state.intake = intake;
    },
    renew(fresh, at) {
      state.loadedAt = at.getTime();
      state.site = siteOf(fresh);
      state.facts = factsOf(fresh);
      state.config = fresh.config;
    },
  };
  return state;
}

function siteOf({ site }: LoadedRow): ConversationState['site'] {
  return site && { publishableKey: site.publishable_key, allowedOrigins: site.allowed_origins };
}

function contactOf({ lead }: LoadedRow): CustomerDetails {
  const known = {
    name: lead?.name,
    email: lead?.email,
    phone: lead?.phone,
    address: lead?.address,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as CustomerDetails;
}
