import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantId } from './columns.ts';

/** What was done under an Idempotency-Key, and what was answered; kept for 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The id is that of the request which holds the key. */
    ...tenantId(),
    /** "user:<id>" or "api_key:<id>": each has keys of their own. */
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of method, address and body, hex. */
    fingerprint: text('fingerprint').notNull(),
    /** What the actor was allowed to do when the key was claimed. */
    permissions: text('permissions').array().notNull().default([]),
    claimedAt: instant('claimed_at').notNull().defaultNow(),
    /** Set in the transaction that did what was asked. */
    fulfilledAt: instant('fulfilled_at'),
    /** The id of what it made or changed. */
    made: uuid('made'),
    /** The answer; null while there is none and where it is not kept. */
    status: integer('status'),
    body: text('body'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('idempotency_keys_of_actor').on(t.companyId, t.actor, t.key),
    index('idempotency_keys_by_age').on(t.claimedAt),
  ],
);
