import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** The runtime role's way to Postgres: one connection. It is not queried directly: see withTenant and doors. */
export interface Database {
  /** The client; a new one after the connection was lost or has been idle for too long. */
  readonly sql: postgres.Sql;
  /** Calls `tell` when the connection is lost, until the returned function is called. */
  onLoss(tell: () => void): () => void;
  /** Ends the connection for good, at the latest after so many seconds. */
  end(timeoutS: number): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000; // a database that takes longer is treated as down
const END_TIMEOUT_S = 5;

/**
 * postgres.js as drizzle sets it up, from its first statement on: JSON and times pass as they are written.
 * It would write drizzle's JSON as a string of JSON in what is sent before drizzle is used.
 */
export function postgresClient(
  url: string,
  options: postgres.Options<Record<string, never>>,
): postgres.Sql {
  const client = postgres(url, { onnotice: () => {}, ...options });
  drizzle(client);
  return client;
}

/**
 * Connects at the first query. With `idleMs` the connection ends that long after its last use, and the
 * next use makes another. postgres.js would set two timers for every statement to that end.
 */
export function connect(
  url: string,
  { idleMs = Number.POSITIVE_INFINITY, connectMs = CONNECT_TIMEOUT_MS } = {},
): Database {
  const listeners = new Set<() => void>();
  let client: postgres.Sql | null = null;
  let usedAt = 0;
  let isWatched = false;
  let isOver = false;
  let connecting: ReturnType<typeof setTimeout> | undefined;

  /** A client that has lost its connection may leave what is sent to it unanswered: it is never used again. */
  const drop = (timeout: number) => {
    clearTimeout(connecting);
    client?.end({ timeout }).catch(() => {});
    client = null;
  };
  const lose = (lost: postgres.Sql) => {
    if (client !== lost || isOver) return;
    drop(0);
    for (const tell of [...listeners]) tell();
  };
  const open = () => {
    const opened = postgresClient(url, {
      max: 1,
      // NOTE: fetch_types stays on: without it postgres.js never answers a reserve() that has to connect.
      connect_timeout: connectMs / 1_000,
      idle_timeout: 0,
      max_lifetime: null,
      onclose: () => lose(opened),
    });
    // What stands before a database that is down may take a connection and end it, again and again: postgres.js
    // goes on trying for ever, each try with a new time-out.
    connecting = setTimeout(() => {
      if (!opened.parameters.server_version) lose(opened);
    }, connectMs);
    return opened;
  };
  const look = (afterMs: number) => {
    isWatched = true;
    setTimeout(() => {
      const leftMs = usedAt + idleMs - Date.now();
      if (client && leftMs > 0) return look(leftMs);
      isWatched = false;
      if (!isOver) drop(END_TIMEOUT_S);
    }, afterMs);
  };
  return {
    get sql() {
      usedAt = Date.now();
      client ??= open();
      if (Number.isFinite(idleMs) && !isWatched) look(idleMs);
      return client;
    },
    onLoss(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    async end(timeoutS) {
      isOver = true;
      clearTimeout(connecting);
      await client?.end({ timeout: timeoutS });
    },
  };
}
