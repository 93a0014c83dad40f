import type postgres from 'postgres';
import { AppError } from '../../errors.ts';
import type { Database } from './connect.ts';
import { Connection, type ConnectionOptions, type Lease } from './connection.ts';
import { FairQueue } from './fair-queue.ts';

const PIPELINE_MAX = 16; // statements under way on one connection; more would only wait inside Postgres
const WAITING_MAX = 2_000; // of statements, and of transactions; each is a request that holds memory
const WAIT_MAX_MS = 8_000; // a browser's patience; longer waits are shed
const RETRY_AFTER_S = 2;

export interface PoolOptions extends ConnectionOptions {
  /** Connections that lone statements share, pipelined. */
  statements: number;
  /** Connections that transactions have to themselves, one at a time; 0: they use the others. */
  transactions: number;
}

/**
 * A fixed number of connections for any number of requests and conversations. Lone statements are pipelined
 * on a few connections; each transaction gets one to itself. When all are taken, work waits in a fair queue,
 * and is refused with `overloaded` when it has waited for too long.
 */
export class Pool implements Database {
  readonly isShared: boolean;
  private readonly forStatements: Connection[];
  private readonly forTransactions: Connection[];
  private readonly waitingStatements = new FairQueue<Connection>();
  private readonly waitingTransactions = new FairQueue<Connection>();
  /** Transactions under way, by share. */
  private readonly underWay = new Map<string, number>();

  constructor(url: string, { statements, transactions, ...options }: PoolOptions) {
    const make = (count: number) =>
      Array.from({ length: count }, () => new Connection(url, options, () => this.serve()));
    this.isShared = transactions > 0;
    this.forStatements = make(statements);
    this.forTransactions = transactions > 0 ? make(transactions) : this.forStatements;
  }

  query<T>(make: (sql: postgres.Sql) => PromiseLike<T>, share = ''): Promise<T> {
    const free =
      this.isShared || this.waitingTransactions.length === 0 ? this.freeForStatement() : undefined;
    if (free) return free.run(make);
    return this.wait(this.waitingStatements, share, (connection) => connection.run(make));
  }

  lease(share: string): Promise<Lease> {
    const free = this.mayLease(share) ? this.freeForTransaction() : undefined;
    if (free) return this.leaseFor(share, free);
    return this.wait(this.waitingTransactions, share, (connection) =>
      this.leaseFor(share, connection),
    );
  }

  /** The same connections, for work that waits in the name of `share` until a company is known. */
  as(share: string): Database {
    return {
      query: (make, own = share) => this.query(make, own),
      lease: (own) => this.lease(own),
      isShared: this.isShared,
      end: async () => {}, // others use them
    };
  }

  /** How long the longest waiter has waited, in ms; 0 while nothing waits. */
  longestWaitMs(now: number): number {
    const since = [this.waitingStatements.oldestSince, this.waitingTransactions.oldestSince];
    return Math.max(0, ...since.map((at) => (at === null ? 0 : now - at)));
  }

  async end(timeoutS: number): Promise<void> {
    const all = new Set([...this.forStatements, ...this.forTransactions]);
    await Promise.all([...all].map((connection) => connection.end(timeoutS)));
  }

  private leaseFor(share: string, connection: Connection): Promise<Lease> {
    this.underWay.set(share, (this.underWay.get(share) ?? 0) + 1);
    return connection.lease(() => {
      const left = (this.underWay.get(share) ?? 1) - 1;
      if (left > 0) this.underWay.set(share, left);
      else this.underWay.delete(share);
    });
  }

  private freeForStatement(): Connection | undefined {
    let least: Connection | undefined;
    for (const connection of this.forStatements) {
      if (connection.isLeased || connection.load >= PIPELINE_MAX) continue;
      if (!least || connection.load < least.load) least = connection;
    }
    return least;
  }

  private freeForTransaction(): Connection | undefined {
    return this.forTransactions.find(({ isLeased, load }) => !isLeased && load === 0);
  }

  /** One share never has all of the connections, however much it asks for. */
  private mayLease(share: string): boolean {
    const all = this.forTransactions.length;
    return (this.underWay.get(share) ?? 0) < Math.max(1, Math.ceil(all * 0.75));
  }

  private wait<T>(
    queue: FairQueue<Connection>,
    share: string,
    use: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    if (queue.length >= WAITING_MAX) return Promise.reject(overloaded());
    return new Promise((resolve, reject) => {
      const leave = queue.join(share, Date.now(), (connection) => {
        clearTimeout(patience);
        use(connection).then(resolve, reject);
      });
      const patience = setTimeout(() => {
        leave();
        reject(overloaded());
      }, WAIT_MAX_MS);
    });
  }

  /** Gives what has become free to those who wait. */
  private serve(): void {
    while (this.waitingTransactions.length > 0) {
      const free = this.freeForTransaction();
      if (!free || !this.waitingTransactions.serve(free, (share) => this.mayLease(share))) break;
    }
    while (this.waitingStatements.length > 0) {
      const free = this.freeForStatement();
      if (!free || !this.waitingStatements.serve(free)) break;
    }
  }
}

/** Refused for lack of room; nothing was done. */
export const overloaded = () =>
  new AppError('overloaded', { headers: { 'Retry-After': String(RETRY_AFTER_S) } });
