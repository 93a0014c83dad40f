import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantId } from './columns.ts';

/** A reason for or against two records being one person. */
export interface StoredEvidence {
  key: string;
  text: string;
}

export interface StoredSuggestion {
  customer_id: string;
  confidence: number;
  evidence: StoredEvidence[];
}

/** Where a value came from: which message, tool call or form, and the words themselves. */
export interface DetailSource {
  field: 'name' | 'email' | 'phone' | 'address';
  value: string;
  source: 'message' | 'tool' | 'form' | 'api';
  message_id: string | null;
  raw: string;
}

/** A person or household that the company deals with. */
export const customers = pgTable(
  'customers',
  {
    ...tenantId(),
    name: text('name'),
    /** As given; the normalised form is in customer_matching_keys. */
    email: text('email'),
    /** E.164 where it could be read as a number. */
    phone: text('phone'),
    address: text('address'),
    country: text('country').notNull().default('US'),
    stage: text('stage')
      .$type<'lead' | 'quoted' | 'scheduled' | 'customer' | 'lost'>()
      .notNull()
      .default('lead'),
    tags: text('tags').array().notNull().default([]),
    source: text('source').notNull().default('chat'),
    notes: text('notes'),
    /** Fields that staff have confirmed; a chat never overwrites them. */
    verifiedFields: text('verified_fields').array().notNull().default([]),
    /** Folded as api/customers/match/fold.ts folds what is searched for. */
    search: text('search').generatedAlwaysAs(
      sql`folded(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(address, ''))`,
    ),
    /** Hashes of the keys by which look-alikes are found; the company is part of each. */
    lookKeys: integer('look_keys').array().notNull().default([]),
    version: integer('version').notNull().default(1),
    lastActivityAt: instant('last_activity_at').notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('customers_by_activity')
      .on(t.companyId, t.lastActivityAt.desc(), t.id.desc())
      .where(sql`deleted_at is null`),
    index('customers_by_age')
      .on(t.companyId, t.createdAt.desc(), t.id.desc())
      .where(sql`deleted_at is null`),
    index('customers_by_name')
      .on(t.companyId, sql`folded(coalesce(name, ''))`, t.id)
      .where(sql`deleted_at is null`),
    index('customers_by_look_key')
      .using('gin', t.lookKeys)
      .with({ fastupdate: false })
      .where(sql`deleted_at is null`),
    index('customers_by_text')
      .using('gin', t.companyId, sql`search gin_trgm_ops`)
      .with({ fastupdate: false })
      .where(sql`deleted_at is null`),
  ],
);

/**
 * The e-mails and phones that a customer can be recognised by, normalised. `name_key` tells apart
 * people who share one: two writers of the same new person collide on the unique index, a couple does
 * not. Where staff want two records all the same, the later one's has its customer's id behind a "#".
 */
export const customerMatchingKeys = pgTable(
  'customer_matching_keys',
  {
    companyId: uuid('company_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    kind: text('kind').$type<'email' | 'phone'>().notNull(),
    value: text('value').notNull(),
    nameKey: text('name_key').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.kind, t.value, t.customerId] }),
    uniqueIndex('customer_matching_keys_one_person').on(t.companyId, t.kind, t.value, t.nameKey),
    index('customer_matching_keys_by_customer').on(t.companyId, t.customerId),
  ],
);

/** What was just heard about a person, with its evidence, and the record it landed on. */
export const leads = pgTable(
  'leads',
  {
    ...tenantId(),
    sessionId: uuid('session_id'),
    customerId: uuid('customer_id'),
    source: text('source').notNull(),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    address: text('address'),
    country: text('country'),
    notes: text('notes'),
    details: jsonb('details').$type<DetailSource[]>().notNull().default([]),
    action: text('action').$type<'created' | 'linked' | 'updated'>(),
    /** 0 to 1. */
    confidence: integer('confidence_percent'),
    evidence: jsonb('evidence').$type<StoredEvidence[]>().notNull().default([]),
    suggestions: jsonb('suggestions').$type<StoredSuggestion[]>().notNull().default([]),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('leads_of_session').on(t.companyId, t.sessionId),
    index('leads_by_customer').on(t.companyId, t.customerId),
  ],
);

/** The customer's timeline: what happened, in words a person reads. */
export const customerEvents = pgTable(
  'customer_events',
  {
    ...tenantId(),
    customerId: uuid('customer_id').notNull(),
    type: text('type').notNull(),
    payload: jsonb('payload').notNull().default({}),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('customer_events_newest').on(t.companyId, t.customerId, t.createdAt.desc(), t.id.desc()),
  ],
);

/** Append-only. `seq`, `prev_hash` and `hash` are written by a trigger: each row seals the one before. */
export const customerAuditLog = pgTable(
  'customer_audit_log',
  {
    ...tenantId(),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    customerId: uuid('customer_id').notNull(),
    action: text('action').notNull(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    prevHash: text('prev_hash').notNull().default(''),
    hash: text('hash').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('customer_audit_log_in_order').on(t.companyId, t.seq),
    index('customer_audit_log_by_customer').on(t.companyId, t.customerId, t.seq.desc()),
  ],
);
