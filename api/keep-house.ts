import type { Env } from './env.ts';
import { connect } from './platform/database/connect.ts';

const STATEMENT_MAX_S = 60; // longer than what a request may take: it goes through all companies

const STATEMENTS = [
  `select door_close_abandoned_attempts(interval '15 minutes')`,
  'select door_forget_hits()',
  'select door_forget_sessions()',
  'select door_forget_idempotency_keys()',
  'select delete_old_security_events()',
];

/** Closes model calls whose room is gone; deletes expired rate counters, sessions and idempotency keys. */
export async function keepHouse(env: Env): Promise<void> {
  const silenceMs = (STATEMENT_MAX_S + 10) * 1_000;
  const db = connect(env.HYPERDRIVE.connectionString, { silenceMs });
  try {
    for (const statement of STATEMENTS) {
      const limited = `begin; set local statement_timeout = '${STATEMENT_MAX_S}s'; ${statement}; commit`;
      await db.query((sql) => sql.unsafe(limited));
    }
  } finally {
    await db.end(1);
  }
}
