import type { Env } from './env.ts';
import { connect } from './platform/tenant-db.ts';

/** Closes model calls that nobody lived to end; forgets rate counters and log-ins of the past. */
export async function keepHouse(env: Env): Promise<void> {
  const { sql } = connect(env.HYPERDRIVE.connectionString);
  try {
    await sql`select door_close_abandoned_attempts(interval '15 minutes')`;
    await sql`select door_forget_hits()`;
    await sql`select door_forget_sessions()`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
