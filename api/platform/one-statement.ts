import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { TenantTx } from './tenant-db.ts';

/**
 * Joins writes that do not depend on each other's rows into one statement, so that a whole batch is
 * one message to Postgres. No two of them may touch the same row. `select` is what it returns.
 */
export function oneStatement(writes: SQLWrapper[], select: SQL = sql`select 1`): SQL {
  if (writes.length === 0) return select;
  const parts = writes.map((write, i) => sql`${sql.raw(`w${i}`)} as (${write.getSQL()})`);
  return sql`with ${sql.join(parts, sql`, `)} ${select}`;
}

/**
 * Sends a statement with its values written into the text. A statement that a connection has not seen
 * is described first, which costs a round trip that a parameterless one saves: meant for rare shapes.
 */
export function executeInline<Row extends Record<string, unknown>>(tx: TenantTx, statement: SQL) {
  return tx.execute<Row>(sql`${statement}`.inlineParams());
}
