import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { appPassword } from './migrate/app-url.ts';
import { type AppliedMigration, type Migration, planMigrations } from './migrate/plan.ts';
import { readMigrations } from './migrate/read-migrations.ts';
import { assertReachable, assertSuitable } from './migrate/requirements.ts';
import { errorCode, messageOf, PlainError } from './plain-error.ts';

export { appUrl } from './migrate/app-url.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const LOCK = 7_240_115_031; // any number that nothing else in this database locks
const LOCK_NOT_AVAILABLE = '55P03';
const WAIT_MS = 60_000; // for who migrates at the same time; longer is a connection that hangs

const TABLE = `create table if not exists schema_migrations (
  version int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

/** Whoever else migrates now waits here, then sees what we did. */
async function lock(tx: postgres.TransactionSql, waitMs: number): Promise<void> {
  try {
    await tx`select set_config('lock_timeout', ${String(waitMs)}, true)`;
    await tx`select pg_advisory_xact_lock(${LOCK})`;
  } catch (cause) {
    if (errorCode(cause) !== LOCK_NOT_AVAILABLE) throw cause;
    throw new PlainError(
      `Another process has been migrating this database for ${waitMs / 1000} seconds; wait for it, ` +
        'or end its connection (pg_stat_activity).',
      { cause },
    );
  }
}

/** Applies the next missing migration in a transaction of its own; null when none is missing. */
async function applyNext(
  sql: postgres.Sql,
  files: Migration[],
  waitMs: number,
): Promise<Migration | null> {
  return sql.begin(async (tx) => {
    await lock(tx, waitMs);
    await tx.unsafe(TABLE);
    const applied = await tx<AppliedMigration[]>`
      select version, name, checksum from schema_migrations order by version`;
    const next = planMigrations(files, applied)[0];
    if (!next) return null;
    try {
      await tx.unsafe(next.sql);
    } catch (cause) {
      throw new PlainError(`Migration ${next.file} failed: ${messageOf(cause)}`, { cause });
    }
    await tx`insert into schema_migrations (version, name, checksum)
      values (${next.version}, ${next.name}, ${next.checksum})`;
    return next;
  });
}

/**
 * With a few connections for everybody, a statement that waits for long would hold up all others. Maintenance
 * sets a limit of its own.
 */
const ROLE_SETTINGS = [
  'plan_cache_mode = force_generic_plan',
  "statement_timeout = '8s'",
  "lock_timeout = '5s'",
  "idle_in_transaction_session_timeout = '30s'", // its request has ended without ending it
];

/**
 * Gives the runtime role the password that `appUrl` derives from the owner's, and its settings: Postgres
 * lets every role change both of its own.
 */
async function restoreAppRole(sql: postgres.Sql, ownerUrl: string): Promise<void> {
  const password = appPassword(ownerUrl);
  const [role] = await sql`select 1 from pg_roles where rolname = 'tradesphere_app'`;
  if (!role) return;
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`; // two at once would fail on the role's row
      await tx.unsafe(`
        ${password ? `alter role tradesphere_app password '${password}';` : ''} -- hexadecimal
        alter role tradesphere_app reset all;
        ${ROLE_SETTINGS.map((setting) => `alter role tradesphere_app set ${setting};`).join('\n')}
        do $$ begin
          execute format('alter role tradesphere_app in database %I reset all', current_database());
        end $$`);
    });
  } catch (cause) {
    throw new PlainError(
      'The database user may not set the password of tradesphere_app; ' +
        'use the user that created that role, or a superuser.',
      { cause },
    );
  }
}

/**
 * Brings the database to the newest schema: db/migrations/NNNN_*.sql in order, each in one
 * transaction, safe to run twice and by two processes at once.
 * @param ownerUrl connection string of the role that owns the schema
 * @returns the file names that were applied
 * @throws PlainError when the database is not suitable, is newer than these files, differs, or is being
 *   migrated by somebody else for longer than `waitMs`
 */
export async function migrate(
  ownerUrl: string,
  folder = MIGRATIONS,
  waitMs = WAIT_MS,
): Promise<string[]> {
  const files = readMigrations(folder);
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await assertReachable(sql, ownerUrl);
    await assertSuitable(sql);
    const applied: string[] = [];
    for (;;) {
      const next = await applyNext(sql, files, waitMs);
      if (!next) break;
      applied.push(next.file);
    }
    await restoreAppRole(sql, ownerUrl);
    return applied;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
