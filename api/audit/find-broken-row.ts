import { sql } from 'drizzle-orm';
import type { TenantTx } from '../platform/database/tenant-db.ts';

/** The number of the company's first audit row that was tampered with; null when the chain is whole. */
export async function findBrokenAuditRow(tx: TenantTx): Promise<number | null> {
  const [row] = await tx.execute<{ seq: string | null }>(
    sql`select find_broken_audit_row() as seq`,
  );
  return row?.seq ? Number(row.seq) : null;
}
