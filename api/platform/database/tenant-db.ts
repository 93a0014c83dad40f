import type { SQLWrapper } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Actor } from '../../context.ts';
import { isId } from '../ids.ts';
import type { Database } from './connect.ts';
import type { Lease } from './connection.ts';
import { queryOf } from './sql-template.ts';

declare const tenant: unique symbol;

/** drizzle inside a transaction that is bound to one company. Only this file makes one. */
export type TenantTx = PostgresJsDatabase & { readonly [tenant]: true };

/** Whose rows are meant, and who asks. */
export interface TenantScope {
  db: Database;
  companyId: string;
  actor: Actor;
}

interface TxOptions {
  /** Shows soft-deleted rows to this transaction; needed to delete and to restore. */
  deleted?: boolean;
}

/**
 * Runs `work` in one transaction of the company: row-level security sees the company and the actor.
 * Rolls back when `work` throws. The first statement travels together with `begin`.
 */
export async function withTenant<T>(
  scope: TenantScope,
  work: (tx: TenantTx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  return onReserved(scope, options, async ({ tx, send }) => {
    const result = await work(tx);
    await send('commit');
    return result;
  });
}

/**
 * Like withTenant, in one round trip on a warm connection: the commit is sent behind the statements
 * without waiting for them, so `work` must issue all of them synchronously (Promise.all).
 * A failing statement turns the commit into a rollback. A parametrised statement that is new to the
 * connection costs two trips more; `warmUp` has one described behind the commit, for its first use.
 */
export async function inOneTrip<T>(
  scope: TenantScope,
  work: (tx: TenantTx) => Promise<T>,
  options: TxOptions & { warmUp?: (tx: TenantTx) => SQLWrapper } = {},
): Promise<T> {
  return onReserved(scope, options, ({ tx, commitBehind }) =>
    commitBehind(work(tx), options.warmUp?.(tx)),
  );
}

/**
 * One transaction in two round trips on a warm connection: `gather` reads (and locks), `write` gets
 * what it found and issues all its statements synchronously, the commit behind them.
 */
export async function inTwoTrips<G, T>(
  scope: TenantScope,
  gather: (tx: TenantTx) => Promise<G>,
  write: (tx: TenantTx, gathered: G) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  return onReserved(scope, options, async ({ tx, commitBehind }) => {
    const gathered = await gather(tx);
    return commitBehind(write(tx, gathered));
  });
}

/** A reserved connection, inside the company's transaction. */
interface Wire {
  /** drizzle on it; made when asked for. */
  readonly tx: TenantTx;
  send(statement: string): Promise<unknown>;
  /** Sends the commit behind the statements that the work has just issued, and describes one more. */
  commitBehind<T>(work: PromiseLike<T>, warmUp?: SQLWrapper): Promise<T>;
}

async function onReserved<T>(
  scope: TenantScope,
  options: TxOptions,
  run: (wire: Wire) => Promise<T>,
): Promise<T> {
  const prelude = tenantPrelude(scope, options);
  const lease = await scope.db.lease(scope.companyId);
  try {
    const wire = wireOf(lease);
    const begun = wire.send(prelude);
    return await lease.orLost(settleTogether(run(wire), begun)).catch(async (error) => {
      if (!lease.isLost) await lease.orLost(wire.send('rollback')).catch(() => {});
      throw error;
    });
  } finally {
    lease.release();
  }
}

function wireOf(lease: Lease): Wire {
  const send = (statement: string) => {
    const sent = Promise.resolve(lease.sql.unsafe(statement).execute());
    lease.expectAnswer(sent);
    return sent;
  };
  const describe = async (statement: SQLWrapper) => {
    const { text, params } = queryOf(statement);
    await lease.sql.unsafe(text, params as never[], { prepare: true }).describe();
  };
  return {
    get tx() {
      return drizzle(pipelined(lease)) as unknown as TenantTx;
    },
    send,
    async commitBehind(work, warmUp) {
      const started = Promise.resolve(work);
      started.catch(() => {}); // reported below; it may fail before that
      for (let i = 0; i < ISSUE_MICROTASKS; i++) await null;
      const committed = send('commit');
      const described = warmUp ? describe(warmUp) : committed;
      return settleTogether(settleTogether(started, committed), described);
    },
  };
}

// drizzle and postgres.js send a statement a few microtasks after it was made; a statement that comes
// later still would run outside the transaction, where row-level security shows and takes nothing.
const ISSUE_MICROTASKS = 20;

/** Waits for both, so that no rejection goes unheard, and fails with the first one's error. */
async function settleTogether<T>(work: Promise<T>, other: Promise<unknown>): Promise<T> {
  const [first, second] = await Promise.allSettled([work, other]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return first.value;
}

/**
 * drizzle reads `client.options`, which a reserved connection lacks, and sends unnamed statements.
 * Here they are prepared, and sent when they are made, so that the order of calls is the order sent.
 */
function pipelined({ sql, options, expectAnswer }: Lease): postgres.Sql {
  const unsafe: postgres.Sql['unsafe'] = (query, params, settings) => {
    const prepare = Boolean(params?.length); // without parameters nothing is described, so nothing is gained
    const sent = sql.unsafe(query, params ?? [], { ...settings, prepare });
    sent.execute();
    expectAnswer(sent);
    return sent as never;
  };
  const client = (...args: unknown[]) => Reflect.apply(sql, undefined, args);
  return Object.assign(client, { options, unsafe }) as unknown as postgres.Sql;
}

/** Sent as text, since a parameter would cost a round trip: every value in it is checked. */
function tenantPrelude(scope: TenantScope, options: TxOptions): string {
  const { companyId, actor } = checked(scope);
  const settings = [
    `set local app.company_id = '${companyId}'`,
    `set local app.actor = '${actor.type}:${actor.id}'`,
    ...(options.deleted ? [`set local app.deleted_visible = 'on'`] : []),
  ];
  return ['begin', ...settings].join('; ');
}

/** What binds a statement to the company and the actor: see bound-statement.ts. */
export function tenantBinding(scope: TenantScope): string {
  const { companyId, actor } = checked(scope);
  return `${companyId} ${actor.type}:${actor.id}`;
}

function checked(scope: TenantScope): TenantScope {
  const { companyId, actor } = scope;
  if (!isId(companyId)) throw new Error('tenant-db: the company id is not a UUID');
  if (!/^[a-z0-9_-]{1,64}$/i.test(actor.id)) throw new Error('tenant-db: malformed actor id');
  return scope;
}
