import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** Columns that every tenant table begins with; the primary key is (company_id, id). */
export const tenantId = () => ({
  companyId: uuid('company_id').notNull(),
  id: uuid('id').notNull(),
});

/** An instant with time zone, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().default(sql`now()`);
