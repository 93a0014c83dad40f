import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { AppError } from '../../errors.ts';
import { toAppError } from './database-errors.ts';

const CONNECT_TIMEOUT_MS = 10_000; // a database that takes longer is treated as down
const SILENCE_MAX_MS = 10_000; // above the role's statement_timeout: Postgres itself would have answered
const END_TIMEOUT_S = 5;

export interface ConnectionOptions {
  /** How long a connection is kept after its last use; for ever unless given. */
  idleMs?: number;
  connectMs?: number;
  silenceMs?: number;
  /** Further settings of postgres.js. */
  client?: postgres.Options<Record<string, never>>;
}

/** A connection of one's own, for one transaction. `release` must be called, also after a loss. */
export interface Lease {
  readonly sql: postgres.ReservedSql;
  /** postgres.js' options, whose parsers drizzle reads. */
  readonly options: postgres.Sql['options'];
  /** Notes that an answer is due: Postgres must not stay silent on it for longer than it may. */
  expectAnswer(sent: PromiseLike<unknown>): void;
  /** Rejects with `database_unavailable` as soon as the connection is lost. */
  orLost<T>(work: Promise<T>): Promise<T>;
  readonly isLost: boolean;
  release(): void;
}

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
 * One connection to Postgres, opened at its first use and again after it was lost or idle for too long.
 * postgres.js leaves some of what was sent over a lost connection unanswered for ever, and waits for a silent
 * server without end: here either fails with `database_unavailable`.
 */
export class Connection {
  private readonly url: string;
  private readonly settings: Required<ConnectionOptions>;
  private readonly onFree: () => void;
  private client: postgres.Sql | null = null;
  /** What to call when the connection is lost, for each piece of work that waits on it. */
  private readonly waiting = new Set<() => void>();
  private statements = 0;
  /** Answers that are due, those of the transaction included. */
  private due = 0;
  private leased = false;
  private changedAt = 0;
  private isOver = false;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private connecting: ReturnType<typeof setTimeout> | undefined;

  /** `onFree` is called whenever there is room for more work. */
  constructor(url: string, options: ConnectionOptions, onFree: () => void) {
    this.url = url;
    this.settings = {
      idleMs: options.idleMs ?? Number.POSITIVE_INFINITY,
      connectMs: options.connectMs ?? CONNECT_TIMEOUT_MS,
      silenceMs: options.silenceMs ?? SILENCE_MAX_MS,
      client: options.client ?? {},
    };
    this.onFree = onFree;
  }

  /** Statements under way; they share the connection. */
  get load(): number {
    return this.statements;
  }

  get isLeased(): boolean {
    return this.leased;
  }

  /** Sends a statement at once; others may be under way. Not while the connection is leased. */
  run<T>(make: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
    const sent = make(this.open());
    this.statements++;
    this.expectAnswer(sent);
    return this.orLost(sent, () => {
      this.statements--;
      this.onFree();
    });
  }

  /** For a transaction. Not while it is leased or statements are under way. */
  async lease(onRelease: () => void = () => {}): Promise<Lease> {
    const client = this.open();
    this.leased = true;
    const release = () => {
      this.leased = false;
      onRelease();
      this.onFree();
    };
    try {
      const reserving = client.reserve();
      this.expectAnswer(reserving);
      const sql = await this.orLost(reserving);
      return this.leaseOf(client, sql, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Ends it for good, at the latest after so many seconds. */
  async end(timeoutS: number): Promise<void> {
    this.isOver = true;
    clearTimeout(this.connecting);
    clearTimeout(this.watch);
    await this.client?.end({ timeout: timeoutS });
  }

  private leaseOf(client: postgres.Sql, sql: postgres.ReservedSql, release: () => void): Lease {
    const isLost = () => this.client !== client;
    return {
      sql,
      options: client.options,
      expectAnswer: (sent) => this.expectAnswer(sent),
      orLost: (work) => (isLost() ? Promise.reject(unavailable()) : this.orLost(work)),
      get isLost() {
        return isLost();
      },
      release() {
        if (!isLost()) sql.release(); // a lost one would be given out again
        release();
      },
    };
  }

  private orLost<T>(work: PromiseLike<T>, onEnd: () => void = () => {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        if (this.waiting.delete(lose)) onEnd();
      };
      const lose = () => {
        end();
        reject(unavailable());
      };
      this.waiting.add(lose);
      work.then(
        (value) => {
          end();
          resolve(value);
        },
        (error) => {
          end();
          reject(toAppError(error));
        },
      );
    });
  }

  private expectAnswer(sent: PromiseLike<unknown>): void {
    if (this.due++ === 0) this.changedAt = Date.now();
    this.watch ??= setTimeout(() => this.look(), this.lookMs());
    const { client } = this;
    const answered = () => {
      if (this.client !== client) return;
      this.due--;
      this.changedAt = Date.now();
    };
    sent.then(answered, answered);
  }

  /** One timer for all statements, instead of two for each. */
  private look(): void {
    this.watch = undefined;
    const { idleMs, silenceMs } = this.settings;
    const quietMs = Date.now() - this.changedAt;
    if (!this.client || this.isOver) return;
    const isSilent = this.due > 0 && quietMs >= silenceMs;
    const isIdle = this.due === 0 && !this.leased;
    if (isSilent) this.lose(this.client);
    else if (isIdle && quietMs >= idleMs) this.drop(END_TIMEOUT_S);
    else if (!isIdle || idleMs < Number.POSITIVE_INFINITY) {
      this.watch = setTimeout(() => this.look(), this.lookMs());
    }
  }

  private lookMs(): number {
    return Math.max(10, Math.min(this.settings.silenceMs / 4, this.settings.idleMs / 2));
  }

  private open(): postgres.Sql {
    if (this.client) return this.client;
    const { connectMs } = this.settings;
    const opened: postgres.Sql = postgresClient(this.url, {
      max: 1,
      // NOTE: fetch_types stays on: without it postgres.js never answers a reserve() that has to connect.
      connect_timeout: connectMs / 1_000,
      idle_timeout: 0,
      max_lifetime: null,
      ...this.settings.client,
      onclose: () => this.lose(opened),
    });
    // A proxy before a database that is down may take a connection and end it, again and again: postgres.js
    // retries for ever, each time with a new time-out.
    this.connecting = setTimeout(() => {
      if (!opened.parameters.server_version) this.lose(opened);
    }, connectMs);
    this.client = opened;
    this.due = 0;
    return opened;
  }

  private lose(lost: postgres.Sql): void {
    if (this.client !== lost || this.isOver) return;
    this.drop(0);
    for (const lose of [...this.waiting]) lose();
  }

  /** A client that has lost its connection may leave what is sent to it unanswered: it is never used again. */
  private drop(timeoutS: number): void {
    clearTimeout(this.connecting);
    clearTimeout(this.watch);
    this.watch = undefined;
    this.client?.end({ timeout: timeoutS }).catch(() => {});
    this.client = null;
  }
}

const unavailable = () => new AppError('database_unavailable');
