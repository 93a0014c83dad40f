import type { BudgetView, UsageGroup as Group, UsageReport } from '../../api/ai-usage/schemas.ts';
import type { ApiKeyView } from '../../api/api-keys/schemas.ts';
import type { UserView } from '../../api/auth/schemas.ts';
import type { QuoteView } from '../../api/calculator/views.ts';
import type { MessageWithQuotes } from '../../api/chat/messages.ts';
import type { CompanyView } from '../../api/companies/schemas.ts';
import type { ConversationDetailView, ConversationView } from '../../api/conversations/views.ts';
import type { SecurityEventView } from '../../api/security-events/schemas.ts';
import type { SiteView } from '../../api/sites/schemas.ts';

/** What the API answers, as the dashboard reads it. snake_case as on the wire. */
export type Quote = QuoteView;
export type Conversation = ConversationView;
export type ConversationDetail = ConversationDetailView;
export type Site = SiteView;
export type ApiKey = ApiKeyView;
export type SecurityEvent = SecurityEventView;
export type Budget = BudgetView;
export type Usage = UsageReport;
export type UsageItem = UsageReport['items'][number];
export type UsageGroup = Group;
export type Contact = ConversationView['contact'];
export type Suggestion = NonNullable<ConversationDetailView['lead']>['suggestions'][number];

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export interface Me {
  company: CompanyView;
  user: UserView;
  permissions: string[];
}

/** Why two records are thought to be one person, in words. */
export interface Evidence {
  key: string;
  text: string;
}

/** A message of the feed comes without its quotes until it is read again. */
export type Message = Omit<MessageWithQuotes, 'quotes'> & { quotes?: QuoteView[] };

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

export interface FeedEvent {
  type: 'event';
  cursor: string;
  topic: string;
  payload: Record<string, unknown>;
}
