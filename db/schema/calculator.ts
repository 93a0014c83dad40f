import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, tenantId } from './columns.ts';

/** Price lists as data. A change is a new version; old quotes keep the one they were made with. */
export const calculatorConfigs = pgTable(
  'calculator_configs',
  {
    ...tenantId(),
    version: integer('version').notNull(),
    config: jsonb('config').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('calculator_configs_version').on(t.companyId, t.version),
  ],
);

/** The quotes. Insert and select only: a quote that was given is never changed. */
export const calculationHistory = pgTable(
  'calculation_history',
  {
    ...tenantId(),
    number: text('number').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    inputs: jsonb('inputs').$type<Record<string, string>>().notNull(),
    currency: text('currency').notNull(),
    lines: jsonb('lines').notNull(),
    /** Amounts in minor units of the currency. */
    subtotal: bigint('subtotal', { mode: 'number' }).notNull(),
    tax: bigint('tax', { mode: 'number' }).notNull(),
    total: bigint('total', { mode: 'number' }).notNull(),
    range: jsonb('range').$type<{ low: number; high: number }>(),
    waterfall: jsonb('waterfall').notNull(),
    configVersion: integer('config_version').notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    sessionId: uuid('session_id'),
    customerId: uuid('customer_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('calculation_history_number').on(t.companyId, t.number),
    index('calculation_history_by_session').on(t.companyId, t.sessionId),
    index('calculation_history_by_customer').on(t.companyId, t.customerId),
  ],
);
