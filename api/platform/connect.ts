import postgres from 'postgres';

/** A Postgres client of the runtime role. It is not queried directly: see withTenant and doors. */
export interface Database {
  sql: postgres.Sql;
}

const CONNECT_TIMEOUT_S = 10; // a database that takes longer is treated as down

/** Opens a client; connections are made at the first query. One connection unless told otherwise. */
export function connect(
  url: string,
  options: { max?: number; idleTimeoutS?: number } = {},
): Database {
  const sql = postgres(url, {
    max: options.max ?? 1,
    // NOTE: fetch_types stays on: without it postgres.js never answers a reserve() that has to connect.
    connect_timeout: CONNECT_TIMEOUT_S,
    idle_timeout: options.idleTimeoutS ?? 0,
    onnotice: () => {},
  });
  return { sql };
}
