import type { Database } from '../platform/database/connect.ts';
import { apiKeyHash } from './api-key-token.ts';

/** The key and its company when it is refused because it was revoked or has expired; null otherwise. */
export async function findRejectedApiKey(
  db: Database,
  key: string,
): Promise<{ companyId: string; id: string } | null> {
  const hash = apiKeyHash(key);
  if (!hash) return null;
  const [row] = await db.query(
    (sql) =>
      sql<{ company_id: string; id: string }[]>`select * from find_rejected_api_key(${hash})`,
  );
  return row ? { companyId: row.company_id, id: row.id } : null;
}
