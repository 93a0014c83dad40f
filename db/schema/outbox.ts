import { sql } from 'drizzle-orm';
import {
  bigserial,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantId } from './columns.ts';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What leaves the system, written in the transaction of its cause. Readers follow (xid, seq) and stop
 * before the oldest transaction still open, so that a late commit is never stepped over.
 */
export const outbox = pgTable(
  'outbox',
  {
    ...tenantId(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    topic: text('topic').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: createdAt(),
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('outbox_in_order').on(t.companyId, t.xid, t.seq),
  ],
);
