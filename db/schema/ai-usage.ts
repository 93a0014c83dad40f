import { sql } from 'drizzle-orm';
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
import { createdAt, instant, tenantId } from './columns.ts';

const picodollars = (name: string) => bigint(name, { mode: 'bigint' });

/** Dated list prices. Not a tenant table: everyone buys at the same list. */
export const modelPrices = pgTable(
  'model_prices',
  {
    id: uuid('id').primaryKey(),
    model: text('model').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** Picodollars for one token. */
    input: picodollars('input_picousd').notNull(),
    cachedInput: picodollars('cached_input_picousd').notNull(),
    output: picodollars('output_picousd').notNull(),
    /** Above this many input tokens the whole request is priced at the long rates. */
    longOverTokens: integer('long_over_tokens'),
    longInput: picodollars('long_input_picousd'),
    longCachedInput: picodollars('long_cached_input_picousd'),
    longOutput: picodollars('long_output_picousd'),
  },
  (t) => [uniqueIndex('model_prices_version').on(t.model, t.validFrom)],
);

export type AttemptOutcome =
  | 'ok'
  | 'error'
  | 'timeout'
  | 'aborted'
  | 'rate_limited'
  | 'interrupted';

/** One row for each model call that was dispatched, however it ended. */
export const aiUsageLog = pgTable(
  'ai_usage_log',
  {
    ...tenantId(),
    sessionId: uuid('session_id').notNull(),
    /** The visitor's message whose turn this call served. */
    messageId: uuid('message_id').notNull(),
    customerId: uuid('customer_id'),
    /** From 1 within the turn: retries and tool rounds count on. */
    attempt: integer('attempt').notNull(),
    modelAsked: text('model_asked').notNull(),
    modelAnswered: text('model_answered'),
    inputTokens: integer('input_tokens').notNull().default(0),
    /** Part of input_tokens. */
    cachedTokens: integer('cached_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    /** Part of output_tokens. */
    reasoningTokens: integer('reasoning_tokens').notNull().default(0),
    rawUsage: jsonb('raw_usage'),
    priceId: uuid('price_id').notNull(),
    /** Tokens that the call was thought to take at most; what `reserved` was made of. */
    inputEstimate: integer('input_estimate').notNull(),
    maxOutputTokens: integer('max_output_tokens').notNull(),
    reserved: picodollars('reserved_picousd').notNull(),
    cost: picodollars('cost_picousd').notNull().default(sql`0`),
    latencyMs: integer('latency_ms'),
    firstTokenMs: integer('first_token_ms'),
    /** `pending` while the call is under way. */
    outcome: text('outcome').$type<'pending' | AttemptOutcome>().notNull().default('pending'),
    measure: text('measure').$type<'measured' | 'estimated'>(),
    createdAt: createdAt(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('ai_usage_log_by_time').on(t.companyId, t.createdAt),
    index('ai_usage_log_by_session').on(t.companyId, t.sessionId),
    index('ai_usage_log_pending').on(t.companyId, t.sessionId).where(sql`outcome = 'pending'`),
  ],
);

/** What a company may spend in a month; `limit` null means no limit. */
export const aiBudgets = pgTable(
  'ai_budgets',
  {
    companyId: uuid('company_id').notNull(),
    /** First day of the month, UTC. */
    month: date('month', { mode: 'string' }).notNull(),
    limit: picodollars('limit_picousd'),
    spent: picodollars('spent_picousd').notNull().default(sql`0`),
    reserved: picodollars('reserved_picousd').notNull().default(sql`0`),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.month] })],
);

/** Calls that have ended and are not yet counted in their month's budget: there they are still reserved. */
export const aiSettlements = pgTable(
  'ai_settlements',
  {
    companyId: uuid('company_id').notNull(),
    /** The call's. */
    id: uuid('id').notNull(),
    month: date('month', { mode: 'string' }).notNull(),
    reserved: picodollars('reserved_picousd').notNull(),
    cost: picodollars('cost_picousd').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

/** What of a month's budget is reserved for calls to come. */
export const aiBudgetGrants = pgTable(
  'ai_budget_grants',
  {
    companyId: uuid('company_id').notNull(),
    month: date('month', { mode: 'string' }).notNull(),
    grantNo: integer('grant_no').notNull(),
    left: picodollars('left_picousd').notNull().default(sql`0`),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.month, t.grantNo] })],
);

/** Models that were asked for on a day although no price is known of them; they were not called. */
export const aiUnpricedModels = pgTable(
  'ai_unpriced_models',
  {
    companyId: uuid('company_id').notNull(),
    model: text('model').notNull(),
    /** UTC. */
    day: date('day', { mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.model, t.day] })],
);
