import { type AnyColumn, and, desc, eq, gte, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import {
  aiBudgetGrants,
  aiBudgets,
  aiSettlements,
  aiUnpricedModels,
  aiUsageLog,
  chatSessions,
  customers,
} from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { UsageGroup } from './schemas.ts';

/** Days, both included, UTC. */
export interface Span {
  from: string;
  to: string;
}

const GROUPS_MAX = 500; // dearest first: more than a table shows; the total counts all

const sums = {
  calls: sql<string>`count(*)`,
  inputTokens: sql<string>`coalesce(sum(${aiUsageLog.inputTokens}), 0)`,
  cachedTokens: sql<string>`coalesce(sum(${aiUsageLog.cachedTokens}), 0)`,
  outputTokens: sql<string>`coalesce(sum(${aiUsageLog.outputTokens}), 0)`,
  reasoningTokens: sql<string>`coalesce(sum(${aiUsageLog.reasoningTokens}), 0)`,
  cost: sql<string>`coalesce(sum(${aiUsageLog.cost}), 0)`,
};

const day = sql<string>`to_char(${aiUsageLog.createdAt} at time zone 'utc', 'YYYY-MM-DD')`;
/** Whom the conversation belongs to today, which a merge may have changed since the call. */
const customer = sql<string | null>`coalesce(${chatSessions.customerId}, ${aiUsageLog.customerId})`;
const person = sql<
  string | null
>`max(coalesce(${customers.name}, ${customers.email}, ${customers.phone}))`;

const groups: Record<
  UsageGroup,
  { key: SQL<string | null>; label: SQL<string | null>; by: SQL[] }
> = {
  day: { key: day, label: sql`null`, by: [day] },
  model: {
    key: sql`${aiUsageLog.modelAsked}`,
    label: sql`null`,
    by: [sql`${aiUsageLog.modelAsked}`],
  },
  session: { key: sql`${aiUsageLog.sessionId}`, label: person, by: [sql`${aiUsageLog.sessionId}`] },
  customer: { key: customer, label: person, by: [customer] },
};

/** Sums of the closed calls of each group; days in order, anything else dearest first. */
export function selectUsage(tx: TenantTx, group: UsageGroup, span: Span) {
  const { key, label, by } = groups[group];
  return tx
    .select({
      key,
      label,
      firstAt: sql<Date>`min(${aiUsageLog.createdAt})`.mapWith(aiUsageLog.createdAt),
      ...sums,
    })
    .from(aiUsageLog)
    .leftJoin(
      chatSessions,
      and(
        eq(chatSessions.companyId, aiUsageLog.companyId),
        eq(chatSessions.id, aiUsageLog.sessionId),
      ),
    )
    .leftJoin(
      customers,
      and(eq(customers.companyId, aiUsageLog.companyId), eq(customers.id, customer)),
    )
    .where(closedIn(span))
    .groupBy(...by)
    .orderBy(group === 'day' ? day : desc(sums.cost))
    .limit(GROUPS_MAX);
}

/** The sums of all closed calls. */
export function selectUsageTotal(tx: TenantTx, span: Span) {
  return tx.select(sums).from(aiUsageLog).where(closedIn(span));
}

/** Models without a price that were asked for, with the last day on which they were. */
export function selectUnpricedModels(tx: TenantTx, span: Span) {
  return tx
    .select({
      model: aiUnpricedModels.model,
      lastDay: sql<string>`max(${aiUnpricedModels.day})::text`,
    })
    .from(aiUnpricedModels)
    .where(and(gte(aiUnpricedModels.day, span.from), lte(aiUnpricedModels.day, span.to)))
    .groupBy(aiUnpricedModels.model)
    .orderBy(aiUnpricedModels.model);
}

/** The newest budget up to the month: this month's own, or the one that rolls over into it. */
export function selectBudget(tx: TenantTx, month: string) {
  const sumOf = (table: PgTable, month: AnyColumn, column: AnyColumn) =>
    sql`coalesce((select sum(${column}) from ${table} where ${month} = ${aiBudgets.month}), 0)`;
  const waiting = (column: AnyColumn) => sumOf(aiSettlements, aiSettlements.month, column);
  const granted = sumOf(aiBudgetGrants, aiBudgetGrants.month, aiBudgetGrants.left);
  const spent = sql`${aiBudgets.spent} + ${waiting(aiSettlements.cost)}`;
  const reserved = sql`${aiBudgets.reserved} - ${waiting(aiSettlements.reserved)} - ${granted}`;
  return tx
    .select({
      month: aiBudgets.month,
      limit: aiBudgets.limit,
      spent: sql<bigint>`(${spent})::text`.mapWith(BigInt),
      reserved: sql<bigint>`greatest(${reserved}, 0)::text`.mapWith(BigInt),
    })
    .from(aiBudgets)
    .where(lte(aiBudgets.month, month))
    .orderBy(desc(aiBudgets.month))
    .limit(1);
}

/** What the ledger says of a month, in picodollars. */
export async function selectMonthTotals(tx: TenantTx, month: string) {
  const [row] = await tx.execute<{ spent: string; reserved: string }>(
    sql`select spent, reserved from ai_month_totals(${month}::date)`,
  );
  return { spent: BigInt(row?.spent ?? 0), reserved: BigInt(row?.reserved ?? 0) };
}

/** Sets this month's limit in picodollars; null for none. */
export function updateBudget(tx: TenantTx, limit: bigint | null) {
  return tx.execute(sql`select set_ai_budget(${limit === null ? null : limit.toString()}::bigint)`);
}

function closedIn({ from, to }: Span) {
  return and(
    ne(aiUsageLog.outcome, 'pending'),
    gte(aiUsageLog.createdAt, sql`${from}::date::timestamp at time zone 'utc'`),
    lt(aiUsageLog.createdAt, sql`(${to}::date + 1)::timestamp at time zone 'utc'`),
  );
}
