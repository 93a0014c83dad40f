import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import {
  calculationHistory,
  calculatorConfigs,
  chatSessions,
  customers,
} from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { moveToQuoted } from '../customers/move-to-quoted.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { PricedQuote } from './engine/price-service.ts';

export type QuoteRow = typeof calculationHistory.$inferSelect;
export type ConfigRow = typeof calculatorConfigs.$inferSelect;

/** The newest price list. Not awaited here, so that it can travel with other statements. */
export function currentConfigQuery(tx: TenantTx) {
  return tx.select().from(calculatorConfigs).orderBy(desc(calculatorConfigs.version)).limit(1);
}

/** One version of the price list. */
export function configVersionQuery(tx: TenantTx, version: number) {
  return tx.select().from(calculatorConfigs).where(eq(calculatorConfigs.version, version));
}

export function insertConfig(tx: TenantTx, row: typeof calculatorConfigs.$inferInsert) {
  return tx.insert(calculatorConfigs).values(row).returning();
}

/** Whether the company has the customer; a deleted one it has not. */
export function customerQuery(tx: TenantTx, customerId: string) {
  return tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId));
}

interface NewQuote {
  id: string;
  outboxId: string;
  sessionId: string | null;
  customerId: string | null;
  priced: PricedQuote;
  configVersion: number;
  validityDays: number;
  createdAt: Date;
}

/**
 * Takes the company's next number, stores the quote, tells the outbox and moves the lead that it is
 * for on to `quoted`, in one statement. It is valid until that many days after today as the company's
 * clock has it.
 */
export function insertQuote(
  tx: TenantTx,
  ctx: Pick<Ctx, 'companyId' | 'actor' | 'now'>,
  quote: NewQuote,
) {
  const { priced, createdAt } = quote;
  const { companyId } = ctx;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  const told = { quote_id: quote.id, session_id: quote.sessionId, customer_id: quote.customerId };
  const news = { ...told, title: priced.title, total: priced.total, currency: priced.currency };
  return tx.execute<{ number: string; valid_until: string }>(sql`
    with next as (
      update companies set next_quote_number = next_quote_number + 1
      where id = ${companyId}::uuid
      returning next_quote_number - 1 as number, timezone
    ), given as (
      insert into calculation_history (
        company_id, id, number, service, title, inputs, currency, lines, subtotal, tax, total, range,
        waterfall, config_version, valid_until, session_id, customer_id, created_at)
      select ${companyId}::uuid, ${quote.id}::uuid, 'Q-' || next.number, ${priced.service},
        ${priced.title}, ${json(priced.inputs)}, ${priced.currency}, ${json(priced.lines)},
        ${priced.subtotal}::bigint, ${priced.tax}::bigint, ${priced.total}::bigint,
        ${priced.range ? json(priced.range) : sql`null`}, ${json(priced.waterfall)},
        ${quote.configVersion}::int,
        (${createdAt.toISOString()}::timestamptz at time zone next.timezone)::date
          + ${quote.validityDays}::int,
        ${quote.sessionId}::uuid, ${quote.customerId}::uuid, ${createdAt.toISOString()}::timestamptz
      from next
      returning number, valid_until
    ), told as (
      insert into outbox (company_id, id, topic, payload)
      select ${companyId}::uuid, ${quote.outboxId}::uuid, 'quote.created',
        ${json(news)} || jsonb_build_object('number', given.number)
      from given
    )${movedBy(ctx, quote)}
    select number, valid_until::text from given`);
}

/** A quote is for the customer it names, else for the one its conversation is with. */
function movedBy(
  ctx: Pick<Ctx, 'companyId' | 'actor' | 'now'>,
  { id, customerId, sessionId }: NewQuote,
): SQL {
  if (customerId) return moveToQuoted(ctx, sql`${customerId}::uuid`, id);
  if (!sessionId) return sql``;
  const ofSession = sql`(
    select customer_id from chat_sessions
    where company_id = ${ctx.companyId}::uuid and id = ${sessionId}::uuid)`;
  return moveToQuoted(ctx, ofSession, id);
}

export function quoteQuery(tx: TenantTx, id: string) {
  return tx.select().from(calculationHistory).where(eq(calculationHistory.id, id));
}

interface QuoteFilter {
  sessionId?: string | undefined;
  /** Also finds what the customer was given in a chat before anyone knew who it was. */
  customerId?: string | undefined;
  /** Quotes with a smaller id, which are older ones. */
  before?: string | undefined;
  limit: number;
}

/** Newest first, by id: UUIDv7 are in the order of time, and the primary key has that order. */
export function quotesQuery(tx: TenantTx, filter: QuoteFilter) {
  const { sessionId, customerId, before, limit } = filter;
  return tx
    .select()
    .from(calculationHistory)
    .where(
      and(
        sessionId ? eq(calculationHistory.sessionId, sessionId) : undefined,
        customerId ? ofCustomer(tx, customerId) : undefined,
        before ? lt(calculationHistory.id, before) : undefined,
      ),
    )
    .orderBy(desc(calculationHistory.id))
    .limit(limit);
}

function ofCustomer(tx: TenantTx, customerId: string): SQL | undefined {
  const sessions = tx
    .select({ id: chatSessions.id })
    .from(chatSessions)
    .where(eq(chatSessions.customerId, customerId));
  return or(
    eq(calculationHistory.customerId, customerId),
    sql`${calculationHistory.sessionId} in ${sessions}`,
  );
}
