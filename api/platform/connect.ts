import postgres from 'postgres';

/** A Postgres client of the runtime role. It is not queried directly: see withTenant and doors. */
export interface Database {
  readonly sql: postgres.Sql;
}

const CONNECT_TIMEOUT_S = 10; // a database that takes longer is treated as down
const END_TIMEOUT_S = 5;

/** Opens a client; connections are made at the first query. One connection unless told otherwise. */
export function connect(url: string, { max = 1 } = {}): Database {
  const sql = postgres(url, {
    max,
    // NOTE: fetch_types stays on: without it postgres.js never answers a reserve() that has to connect.
    connect_timeout: CONNECT_TIMEOUT_S,
    idle_timeout: 0,
    onnotice: () => {},
  });
  return { sql };
}

/**
 * Like connect, for what lives on between its uses: the connection ends `idleMs` after the last one, and
 * the next use makes another. postgres.js would set two timers for every statement to that end.
 */
export function connectWhileUsed(url: string, idleMs: number): Database {
  let sql: postgres.Sql | null = null;
  let usedAt = 0;
  const look = () => {
    const left = usedAt + idleMs - Date.now();
    if (left > 0) return setTimeout(look, left);
    sql?.end({ timeout: END_TIMEOUT_S }).catch(() => {});
    sql = null;
  };
  return {
    get sql() {
      usedAt = Date.now();
      if (!sql) {
        sql = connect(url).sql;
        setTimeout(look, idleMs);
      }
      return sql;
    },
  };
}
