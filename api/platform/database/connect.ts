import type postgres from 'postgres';
import type { ConnectionOptions, Lease } from './connection.ts';
import { Pool } from './pool.ts';

/** The runtime role's way to Postgres. Tenants' rows are reached through it by withTenant and sendBound only. */
export interface Database {
  /**
   * Sends one statement as a transaction of its own, over a connection that it may share. `share` is in whose
   * name it waits when there is no room. Throws `database_unavailable` or `overloaded`.
   */
  query<T>(make: (sql: postgres.Sql) => PromiseLike<T>, share?: string): Promise<T>;
  /** A connection for one transaction. Throws as `query`. */
  lease(share: string): Promise<Lease>;
  /** Whether its connections outlive the request or conversation, and so does what they have prepared. */
  readonly isShared: boolean;
  /** Ends all connections for good, at the latest after so many seconds. */
  end(timeoutS: number): Promise<void>;
}

/** One connection, for a request or a conversation of its own. */
export function connect(url: string, options: ConnectionOptions = {}): Database {
  return new Pool(url, { ...options, statements: 1, transactions: 0 });
}

const STATEMENTS_SHARE = 1 / 3; // lone statements are short, and sixteen fit on one connection

/** As many connections as given, at least two, for everything that runs on one machine. */
export function connectShared(url: string, wanted: number, options: ConnectionOptions = {}): Pool {
  const connections = Math.max(2, wanted);
  const statements = Math.max(1, Math.round(connections * STATEMENTS_SHARE));
  return new Pool(url, { ...options, statements, transactions: connections - statements });
}
