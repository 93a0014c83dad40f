import { and, desc, eq, getTableColumns, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { chatSessions, customers, leads, sites } from '../../db/schema/index.ts';
import type { QuoteView } from '../calculator/views.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

export type InboxFilter = 'all' | 'human' | 'unlinked';

const FILTERS: Record<InboxFilter, SQL | undefined> = {
  all: undefined,
  human: eq(chatSessions.status, 'human'),
  unlinked: isNull(chatSessions.customerId),
};

// The last quote of a session is the one that counts: a correction makes a new one.
const lastQuote = sql<{ amount: number; currency: string } | null>`(
  select jsonb_build_object('amount', q.total, 'currency', q.currency) from calculation_history q
  where q.company_id = ${chatSessions.companyId} and q.session_id = ${chatSessions.id}
  order by q.created_at desc limit 1)`;

function selectConversations(tx: TenantTx) {
  return tx
    .select({
      session: getTableColumns(chatSessions),
      siteName: sites.name,
      customer: { id: customers.id, name: customers.name },
      lead: getTableColumns(leads),
      quoteTotal: lastQuote,
    })
    .from(chatSessions)
    .leftJoin(
      sites,
      and(eq(sites.companyId, chatSessions.companyId), eq(sites.id, chatSessions.siteId)),
    )
    .leftJoin(
      customers,
      and(
        eq(customers.companyId, chatSessions.companyId),
        eq(customers.id, chatSessions.customerId),
      ),
    )
    .leftJoin(
      leads,
      and(eq(leads.companyId, chatSessions.companyId), eq(leads.sessionId, chatSessions.id)),
    );
}

export type ConversationRow = Awaited<ReturnType<typeof selectInbox>>[number];

/** Newest first; sessions in which nobody has said anything are left out. */
export function selectInbox(
  tx: TenantTx,
  page: {
    companyId: string;
    filter: InboxFilter;
    customerId?: string | undefined;
    limit: number;
    after: CursorPosition | null;
  },
) {
  const { companyId, filter, customerId, limit, after } = page;
  const before = after
    ? sql`(${chatSessions.lastMessageAt}, ${chatSessions.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return selectConversations(tx)
    .where(
      and(
        eq(chatSessions.companyId, companyId),
        isNotNull(chatSessions.lastMessageText),
        FILTERS[filter],
        customerId ? eq(chatSessions.customerId, customerId) : undefined,
        before,
      ),
    )
    .orderBy(desc(chatSessions.lastMessageAt), desc(chatSessions.id))
    .limit(limit + 1);
}

export function selectConversation(tx: TenantTx, companyId: string, id: string) {
  return selectConversations(tx)
    .where(and(eq(chatSessions.companyId, companyId), eq(chatSessions.id, id)))
    .limit(1);
}

type Extras = {
  quotes: QuoteView[];
  cost_picousd: string;
  suggested: { id: string; name: string | null }[];
};

/** What only the page of one conversation shows: its quotes, its AI cost, names of suggestions. */
export function selectConversationExtras(tx: TenantTx, companyId: string, id: string) {
  return tx.execute<Extras>(sql`
    select
      coalesce((
        select jsonb_agg(quote_json(q) order by q.created_at) from calculation_history q
        where q.company_id = ${companyId}::uuid and q.session_id = ${id}::uuid), '[]') as quotes,
      (select coalesce(sum(u.cost_picousd), 0)::text from ai_usage_log u
        where u.company_id = ${companyId}::uuid and u.session_id = ${id}::uuid) as cost_picousd,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name))
        from leads l, jsonb_array_elements(l.suggestions) s, customers c
        where l.company_id = ${companyId}::uuid and l.session_id = ${id}::uuid
          and c.company_id = l.company_id and c.id = (s ->> 'customer_id')::uuid), '[]') as suggested`);
}
