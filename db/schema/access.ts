import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantId } from './columns.ts';

/** People who log in. Not a tenant table: one person may belong to several companies. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    /** Kept in lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('users_email_key').on(t.email)],
);

export const memberships = pgTable(
  'memberships',
  {
    companyId: uuid('company_id').notNull(),
    userId: uuid('user_id').notNull(),
    role: text('role').$type<'owner' | 'manager' | 'sales' | 'analyst'>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.userId] })],
);

export const userSessions = pgTable(
  'user_sessions',
  {
    companyId: uuid('company_id').notNull(),
    /** SHA-256 of the cookie's token, hex. The token itself is never stored. */
    id: text('id').notNull(),
    userId: uuid('user_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('user_sessions_id_key').on(t.id),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    ...tenantId(),
    name: text('name').notNull(),
    /** SHA-256 of the whole key, hex. */
    keyHash: text('key_hash').notNull(),
    /** The last four characters, to recognise a key by. */
    lastFour: text('last_four').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
    /** Null for a key without an end. */
    expiresAt: instant('expires_at'),
    /** The key that it was made with, if any; it ends with that one. */
    parentId: uuid('parent_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('api_keys_key_hash_key').on(t.keyHash),
    index('api_keys_by_age').on(t.companyId, t.createdAt),
    index('api_keys_by_parent').on(t.companyId, t.parentId).where(sql`parent_id is not null`),
  ],
);
