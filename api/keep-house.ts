import type { Env } from './env.ts';
import { connect } from './platform/connect.ts';

/**
 * Closes model calls that nobody lived to end; forgets rate counters, log-ins and idempotency keys of
 * the past.
 */
export async function keepHouse(env: Env): Promise<void> {
  const { sql } = connect(env.HYPERDRIVE.connectionString);
  try {
    await sql`select door_close_abandoned_attempts(interval '15 minutes')`;
    await sql`select door_forget_hits()`;
    await sql`select door_forget_sessions()`;
    await sql`select door_forget_idempotency_keys()`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
