import postgres from 'postgres';
import type { Database } from '../../api/platform/connect.ts';

/**
 * The runtime role's client with several connections, for races. They are made beforehand: no test measures
 * or waits for connecting, and none is lost.
 */
export async function pool(url: string, connections: number): Promise<Database> {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  await Promise.all(Array.from({ length: connections }, () => sql`select pg_sleep(0.01)`));
  return { sql, onLoss: () => () => {}, end: () => sql.end() };
}
