import { type Database, postgresClient } from '../../api/platform/database/connect.ts';

/**
 * The runtime role's client with several connections, for races. They are made beforehand: no test measures
 * or waits for connecting, and none is lost.
 */
export async function pool(url: string, connections: number): Promise<Database> {
  const sql = postgresClient(url, { max: connections });
  await Promise.all(Array.from({ length: connections }, () => sql`select pg_sleep(0.01)`));
  return { sql, onLoss: () => () => {}, end: () => sql.end() };
}
