import type { Env } from './env.ts';
import { connect } from './platform/database/connect.ts';

/**
 * Closes model calls that nobody lived to end; forgets rate counters, log-ins and idempotency keys of
 * the past.
 */
export async function keepHouse(env: Env): Promise<void> {
  const db = connect(env.HYPERDRIVE.connectionString);
  try {
    await db.sql`select door_close_abandoned_attempts(interval '15 minutes')`;
    await db.sql`select door_forget_hits()`;
    await db.sql`select door_forget_sessions()`;
    await db.sql`select door_forget_idempotency_keys()`;
    await db.sql`select delete_old_security_events()`;
  } finally {
    await db.end(1);
  }
}
