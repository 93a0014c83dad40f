import type { DetailSource, StoredEvidence, StoredSuggestion } from '../../db/schema/customers.ts';
import type { Stage } from '../customers/views.ts';

export type DetailField = DetailSource['field'];
export const DETAIL_FIELDS = ['name', 'email', 'phone', 'address'] as const;
export type Details = Partial<Record<DetailField, string | null>>;

/** What was heard about a person, just now. */
export interface HeardLead extends Details {
  /** ISO 3166-1 alpha-2, whose national phone format is assumed; the company's unless told otherwise. */
  country: string;
  notes?: string | null;
  /** Where it came from, e.g. "chat" or "api". */
  source: string;
  /** Each value with the words that it was heard in. */
  details: DetailSource[];
  /** The conversation it was heard in; a conversation has one lead, which grows. */
  sessionId?: string;
}

/** A customer that may be the person, as the database tells it. */
export interface KnownCustomer {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  country: string;
  stage: Stage;
  verified_fields: string[];
  keys: { kind: 'email' | 'phone'; value: string; name_key: string }[];
}

/** The conversation's lead so far. */
export interface EarlierLead {
  id: string;
  customer_id: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  action: 'created' | 'linked' | 'updated' | null;
  confidence_percent: number | null;
  evidence: StoredEvidence[];
}

/** All that a lead is decided from. */
export interface GatheredLead {
  lead: EarlierLead | null;
  /** The customer that the conversation is already about. */
  session_customer_id: string | null;
  /** Whether the conversation has quotes. Then the stages of customers with the same keys cannot change. */
  session_quoted: boolean;
  candidates: KnownCustomer[];
}

/** Where a lead lands, why, and what that changes. */
export interface LeadDecision {
  /** Null while a conversation has no way to reach the person: then there is no customer yet. */
  action: 'created' | 'linked' | 'updated' | null;
  /** The known customer it lands on; null when one is created, or none yet. */
  customer: KnownCustomer | null;
  /** 0 to 1. */
  confidence: number;
  evidence: StoredEvidence[];
  suggestions: StoredSuggestion[];
  /** What is known of the person from this lead, in the form it is stored. */
  values: Details;
  /** Fields of the known customer that get a value, and the value. */
  changes: Details;
  /** Values that differ from the customer's, which stay as they are. */
  kept: Details;
  /** The customer that the conversation was about before, when it now is about another person. */
  movedFrom: string | null;
}

/** Made before the transaction, so that its statements need not wait for each other. */
export interface LeadIds {
  leadId: string;
  /** Used when a customer is created. */
  customerId: string;
}
