import type { QuoteView } from '../../api/calculator/views.ts';

/** What the API answers, as the dashboard reads it. snake_case as on the wire. */
export type Quote = QuoteView;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export interface Company {
  id: string;
  name: string;
  currency: string;
  country: string;
  locale: string;
}

export interface User {
  id: string;
  name: string;
  email: string;
  role: 'owner' | 'manager' | 'sales' | 'analyst';
}

export interface Me {
  company: Company;
  user: User;
  permissions: string[];
}

/** Why two records are thought to be one person, in words. */
export interface Evidence {
  key: string;
  text: string;
}

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
}

/** Integer minor units with their currency. */
export interface Money {
  amount: number;
  currency: string;
}

export type Role = 'visitor' | 'assistant' | 'staff';

export interface Conversation {
  id: string;
  status: 'open' | 'human' | 'closed';
  site: { id: string; name: string };
  customer: { id: string; name: string | null } | null;
  contact: Contact;
  last_message: { role: Role; text: string; created_at: string } | null;
  message_count: number;
  quote_total: Money | null;
  page_url: string | null;
  created_at: string;
  last_message_at: string | null;
}

export interface Suggestion {
  customer_id: string;
  name: string | null;
  /** 0 to 1. */
  confidence: number;
  evidence: Evidence[];
}

export interface Lead {
  id: string;
  action: 'created' | 'linked' | 'updated';
  confidence: number;
  evidence: Evidence[];
  suggestions: Suggestion[];
}

export interface ConversationDetail extends Conversation {
  lead: Lead | null;
  quotes: Quote[];
  /** Decimal string. */
  ai_cost_usd: string;
}

export interface Message {
  id: string;
  role: Role;
  text: string;
  quote_ids: string[];
  quotes?: Quote[];
  assistant: 'model' | 'guided' | null;
  created_at: string;
}

export interface Customer {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  stage: string;
  tags: string[];
  source: string | null;
  conversation_count: number;
  quote_count: number;
  last_activity_at: string | null;
  created_at: string;
}

export interface CustomerDetail extends Customer {
  notes: string | null;
  /** Names of the fields that staff have confirmed. */
  verified?: string[] | Record<string, boolean> | null;
}

export interface Duplicate {
  customer: { id: string; name: string | null; email: string | null; phone: string | null };
  confidence: number;
  evidence: Evidence[];
}

export interface CustomerEvent {
  id: string;
  type: string;
  payload: Record<string, unknown> | null;
  actor: { type: string; name: string | null } | null;
  created_at: string;
}

export interface UsageFigures {
  calls: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  reasoning_tokens?: number;
  /** Decimal strings. */
  cost_picousd: string;
  cost_usd: string;
}

export interface UsageItem extends UsageFigures {
  key: string | null;
  label?: string | null;
}

export interface UsageAlert {
  code: 'model_without_price';
  model: string;
  since: string;
}

export interface Usage {
  items: UsageItem[];
  total: UsageFigures;
  alerts?: UsageAlert[];
}

export type UsageGroup = 'day' | 'model' | 'session' | 'customer';

export interface Budget {
  /** Decimal strings of US dollars; null for no limit. */
  monthly_limit_usd: string | null;
  spent_usd: string;
  reserved_usd: string;
  remaining_usd: string | null;
  month: string;
}

export interface Site {
  id: string;
  name: string;
  publishable_key: string;
  allowed_origins: string[];
  accent: string | null;
  position: 'left' | 'right';
  greeting: string | null;
  locale: 'en' | 'es';
  starters: string[];
  consent_text: string | null;
  created_at: string;
}

export interface ApiKey {
  id: string;
  name: string;
  scopes: string[];
  prefix?: string | null;
  last_used_at?: string | null;
  revoked_at?: string | null;
  created_at: string;
}

export interface FeedEvent {
  type: 'event';
  cursor: string;
  topic: string;
  payload: Record<string, unknown>;
}
