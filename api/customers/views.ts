import type { StoredEvidence } from '../../db/schema/customers.ts';

export type Stage = 'lead' | 'quoted' | 'scheduled' | 'customer' | 'lost';

/** A customer as on the wire. */
export interface CustomerView {
  id: string;
  name: string | null;
  email: string | null;
  /** E.164 where it could be read as a number. */
  phone: string | null;
  address: string | null;
  country: string;
  stage: Stage;
  tags: string[];
  source: string;
  notes: string | null;
  /** Fields that staff have confirmed; a chat does not change them. */
  verified: string[];
  conversation_count: number;
  quote_count: number;
  version: number;
  last_activity_at: string;
  created_at: string;
  updated_at: string;
}

export interface CustomerEventView {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  actor: { type: string; id: string; name: string | null };
  created_at: string;
}

export interface AuditRowView {
  id: string;
  seq: number;
  action: string;
  actor: { type: string; id: string; name: string | null };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  hash: string;
  created_at: string;
}

export interface DuplicateView {
  customer: { id: string; name: string | null; email: string | null; phone: string | null };
  /** 0 to 1. */
  confidence: number;
  evidence: StoredEvidence[];
}
