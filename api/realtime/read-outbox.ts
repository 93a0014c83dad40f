import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** More news than this is not told one by one: the client loads its page anew. */
export const NEWS_MAX = 500;

export interface News {
  cursor: FeedCursor;
  topic: string;
  payload: Record<string, unknown>;
}

export interface OutboxReading {
  /** Behind everything that can be read now. */
  head: FeedCursor;
  news: News[];
  /** Rows exist that an older, still open transaction keeps back. */
  heldBack: boolean;
}

type Row = {
  head: string;
  held_back: boolean;
  xid: string | null;
  seq: string;
  topic: string;
  payload: Record<string, unknown>;
};

/**
 * The company's outbox after `since`, at most NEWS_MAX + 1 rows; without `since` only where its end is.
 * Rows of transactions younger than the oldest open one wait, so that none is ever stepped over.
 */
export async function readOutbox(
  scope: Pick<Ctx, 'db' | 'companyId' | 'actor'>,
  since: FeedCursor | null,
): Promise<OutboxReading> {
  const after = since
    ? sql`(o.xid, o.seq) > (${since.xid}::text::xid8, ${since.seq}::bigint)`
    : sql`false`;
  const rows = await inOneTrip(scope, (tx) =>
    tx.execute<Row>(sql`
      with line as (select pg_snapshot_xmin(pg_current_snapshot()) as xid)
      select line.xid::text as head,
             exists (select from outbox h where h.company_id = ${scope.companyId}::uuid and h.xid >= line.xid) as held_back,
             n.xid::text as xid, n.seq, n.topic, n.payload
      from line left join lateral (
        select o.xid, o.seq, o.topic, o.payload from outbox o
        where o.company_id = ${scope.companyId}::uuid and ${after} and o.xid < line.xid
        order by o.xid, o.seq limit ${NEWS_MAX + 1}
      ) n on true
      order by n.xid, n.seq`),
  );
  return {
    head: { xid: rows[0]?.head ?? '0', seq: '0' },
    heldBack: rows[0]?.held_back ?? false,
    news: [...rows].flatMap(({ xid, seq, topic, payload }) =>
      xid ? [{ cursor: { xid, seq: String(seq) }, topic, payload }] : [],
    ),
  };
}
