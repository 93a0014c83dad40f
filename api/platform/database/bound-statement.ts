import { type SQLWrapper, sql } from 'drizzle-orm';
import { oneStatement } from './one-statement.ts';
import { queryOf, SqlTemplate } from './sql-template.ts';
import { type TenantScope, tenantBinding } from './tenant-db.ts';

declare const bound: unique symbol;

/** A statement that tells Postgres by itself which company's it is. */
export type BoundStatement = SQLWrapper & { readonly [bound]: true };

// Migration 0015: reading a value of this type binds the transaction to it.
const binding = new SqlTemplate<{ binding: string }>(
  (slot) => sql`${slot('binding')}::tenant_binding is not null`,
);

/** As `oneStatement`, bound to the company and the actor. */
export function boundStatement(
  scope: TenantScope,
  writes: SQLWrapper[],
  select: Record<string, SQLWrapper> = {},
): BoundStatement {
  const isBound = binding.fill({ binding: tenantBinding(scope) });
  return oneStatement(writes, { ...select, isBound }) as BoundStatement;
}

/**
 * Sends one statement, prepared, as a transaction of its own: one message to Postgres and one back, all or
 * nothing. A statement that is new to the connection costs a round trip more. `meanwhile` is called when it
 * is on its way; it must not throw. Fails when the connection is lost, whether or not it was carried out.
 */
export async function sendBound<Row>(
  { db, companyId }: TenantScope,
  statement: BoundStatement,
  meanwhile: () => void = () => {},
): Promise<Row[]> {
  const { text, params } = queryOf(statement);
  const answered = db.query(
    (sql) => sql.unsafe<Row[] & never[]>(text, params as never[], { prepare: true }).execute(),
    companyId,
  );
  answered.catch(() => {}); // reported below
  await null; // the driver has sent it by then
  meanwhile();
  return await answered;
}
