import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantId } from './columns.ts';

/** What the assistants may tell a visitor about the company. */
export interface CompanyFacts {
  hours?: string;
  area_served?: string;
  licence?: string;
  phone?: string;
}

/** The tenants. Its id plays the part of company_id in the policies. */
export const companies = pgTable('companies', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country').notNull().default('US'),
  currency: text('currency').notNull().default('USD'),
  locale: text('locale').notNull().default('en'),
  timezone: text('timezone').notNull().default('America/Los_Angeles'),
  facts: jsonb('facts').$type<CompanyFacts>().notNull().default({}),
  nextQuoteNumber: integer('next_quote_number').notNull().default(1001),
  createdAt: createdAt(),
  deletedAt: instant('deleted_at'),
});

/** One embedding of the widget: its key, where it may run, how it looks. */
export const sites = pgTable(
  'sites',
  {
    ...tenantId(),
    name: text('name').notNull(),
    publishableKey: text('publishable_key').notNull(),
    allowedOrigins: text('allowed_origins').array().notNull().default([]),
    accent: text('accent').notNull().default('#1d6b57'),
    position: text('position').$type<'left' | 'right'>().notNull().default('right'),
    greeting: text('greeting').notNull(),
    locale: text('locale').$type<'en' | 'es'>().notNull().default('en'),
    starters: text('starters').array().notNull().default([]),
    consentText: text('consent_text'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);
