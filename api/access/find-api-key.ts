import type { Database } from '../platform/database/connect.ts';
import { type LimitState, limitState } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';
import { apiKeyHash } from './api-key-token.ts';

const CALLS_PER_MINUTE = 600;

interface FoundApiKey {
  companyId: string;
  id: string;
  scopes: string[];
  limit: LimitState;
}

interface Row {
  company_id: string;
  id: string;
  scopes: string[];
  hits: string;
  reset_s: number;
}

/** Who an API key speaks for, counted as one call of its minute; null for an unknown or revoked one. */
export async function findApiKey(
  db: Database,
  key: string,
  perMinute?: string,
): Promise<FoundApiKey | null> {
  const hash = apiKeyHash(key);
  if (!hash) return null;
  const [row] = await db.query((sql) => sql<Row[]>`select * from door_api_key(${hash})`);
  if (!row) return null;
  const limit = {
    name: 'calls-per-key',
    limit: settingOr(perMinute, CALLS_PER_MINUTE),
    windowS: 60,
  };
  return {
    companyId: row.company_id,
    id: row.id,
    scopes: row.scopes,
    limit: limitState(limit, Number(row.hits), row.reset_s),
  };
}
