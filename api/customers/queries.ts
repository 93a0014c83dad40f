import { and, desc, eq, getTableColumns, lt, or, type SQL, sql } from 'drizzle-orm';
import {
  apiKeys,
  calculationHistory,
  chatSessions,
  customerAuditLog,
  customerEvents,
  customers,
  users,
} from '../../db/schema/index.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

const {
  search: _search,
  lookKeys: _lookKeys,
  companyId: _company,
  ...columns
} = getTableColumns(customers);

// Written out: drizzle leaves the table's name out where it selects from one table only.
const owner = sql.raw('customers.company_id');
const self = sql.raw('customers.id');
const sessions = sql`(
  select s.id from ${chatSessions} s where s.company_id = ${owner} and s.customer_id = ${self}
)`;
const conversationCount = sql<number>`(select count(*)::int from ${sessions} c)`;
// A quote belongs to a customer itself, or through the conversation that turned out to be theirs.
const quoteCount = sql<number>`(
  select count(*)::int from ${calculationHistory} q
  where q.company_id = ${owner} and (q.customer_id = ${self} or q.session_id in ${sessions})
)`;
const counted = { ...columns, conversationCount, quoteCount };

export type CustomerRow = Omit<typeof customers.$inferSelect, 'search' | 'lookKeys' | 'companyId'>;
export type CountedRow = CustomerRow & { conversationCount: number; quoteCount: number };

/** A page of customers in the order of the question, with what the next page starts behind. */
export function customersQuery(tx: TenantTx, question: Record<string, unknown>) {
  const page = sql`list_customer_ids(${JSON.stringify(question)}::text::jsonb) as p`;
  return tx
    .select({ ...counted, at: sql<string>`p.at` })
    .from(customers)
    .innerJoin(page, sql`${customers.id} = p.id`)
    .orderBy(sql`p.ord`);
}

export function customerQuery(tx: TenantTx, companyId: string, id: string) {
  return tx.select(counted).from(customers).where(isCustomer(companyId, id));
}

/** The row, locked until the transaction ends. */
export function lockCustomer(tx: TenantTx, companyId: string, id: string) {
  return tx.select(columns).from(customers).where(isCustomer(companyId, id)).for('update');
}

export const isCustomer = (companyId: string, id: string) =>
  and(eq(customers.companyId, companyId), eq(customers.id, id));

interface PageOf {
  companyId: string;
  customerId: string;
  after: CursorPosition | null;
  /** Rows at most. */
  limit: number;
}

export function eventsQuery(tx: TenantTx, { companyId, customerId, after, limit }: PageOf) {
  const { id, createdAt } = customerEvents;
  const of = and(
    eq(customerEvents.companyId, companyId),
    eq(customerEvents.customerId, customerId),
  );
  return tx
    .select({
      ...getTableColumns(customerEvents),
      actorName: actorName(
        sql`${customerEvents.actorType}`,
        sql`${customerEvents.actorId}`,
        companyId,
      ),
      at: exactly(createdAt),
    })
    .from(customerEvents)
    .where(and(of, behind(createdAt, id, after)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** Newest first; `before` is the seq that the page ends before. */
export function auditQuery(
  tx: TenantTx,
  { companyId, customerId, before, limit }: Omit<PageOf, 'after'> & { before: number | null },
) {
  const { seq } = customerAuditLog;
  const of = and(
    eq(customerAuditLog.companyId, companyId),
    eq(customerAuditLog.customerId, customerId),
  );
  return tx
    .select({
      ...getTableColumns(customerAuditLog),
      actorName: actorName(
        sql`${customerAuditLog.actorType}`,
        sql`${customerAuditLog.actorId}`,
        companyId,
      ),
    })
    .from(customerAuditLog)
    .where(and(of, before === null ? undefined : lt(seq, before)))
    .orderBy(desc(seq))
    .limit(limit);
}

/** The name of who acted, where they have one. */
function actorName(type: SQL, id: SQL, companyId: string) {
  return sql<string | null>`case ${type}
    when 'user' then (select u.name from ${users} u where u.id = ${id}::uuid)
    when 'api_key' then (select k.name from ${apiKeys} k where k.company_id = ${companyId}::uuid and k.id = ${id}::uuid)
    end`;
}

type Instant = typeof chatSessions.lastMessageAt | typeof customerEvents.createdAt;
type Id = typeof chatSessions.id | typeof customerEvents.id;

/** An instant to the microsecond, as a cursor needs it: a Date has only milliseconds. */
const exactly = (column: Instant) =>
  sql<string>`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function behind(column: Instant, id: Id, after: CursorPosition | null) {
  if (!after) return undefined;
  const at = sql`${after.at}::timestamptz`;
  return or(sql`${column} < ${at}`, and(sql`${column} = ${at}`, sql`${id} < ${after.id}::uuid`));
}
