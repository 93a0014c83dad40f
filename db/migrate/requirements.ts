import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { errorCode, messageOf, PlainError } from '../plain-error.ts';

const MIN_VERSION = 15;
const ANSWER_MS = 15_000; // longer than the client's own limit for connecting
const EXTENSIONS = ['pg_trgm', 'fuzzystrmatch', 'unaccent', 'btree_gin'];

/** The place a connection string leads to, without its secrets. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/**
 * Waits for one answer. The client knows no end where something takes the connection and closes it
 * at once (a proxy without a database behind it): it connects again and again, hence our own.
 * @throws PlainError when the server does not answer within `withinMs` or does not let us in
 */
export async function assertReachable(
  sql: postgres.Sql,
  url: string,
  withinMs = ANSWER_MS,
): Promise<void> {
  const wait = new AbortController();
  const late = sleep(withinMs, null, { signal: wait.signal }).then(() => {
    throw new Error(`nothing within ${withinMs / 1000} seconds`);
  });
  try {
    await Promise.race([sql`select 1`, late]);
  } catch (cause) {
    const code = errorCode(cause);
    const refused = /^(28|3D)/.test(code) ? 'does not let us in' : 'does not answer';
    const why = messageOf(cause) || code;
    throw new PlainError(`The database at ${placeOf(url)} ${refused} (${why}).`, { cause });
  } finally {
    wait.abort();
    late.catch(() => {});
  }
}

/** @throws PlainError when the server is too old, lacks an extension, or we lack a right */
export async function assertSuitable(
  sql: postgres.Sql,
  extensions: string[] = EXTENSIONS,
): Promise<void> {
  const [server] = await sql`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_version') as name,
      has_database_privilege(current_database(), 'create') as may_create,
      me.rolsuper or me.rolcreaterole as may_create_role,
      me.rolsuper or ours.oid is null or current_setting('server_version_num')::int < 160000
        or pg_has_role(me.oid, ours.oid, 'member with admin option') as may_alter_role
    from pg_roles me left join pg_roles ours on ours.rolname = 'tradesphere_app'
    where me.rolname = current_user`;
  if (!server) throw new Error('no answer about the server');
  if (server.version < MIN_VERSION) {
    throw new PlainError(
      `The database is PostgreSQL ${server.name}; ${MIN_VERSION} or newer is needed.`,
    );
  }
  const known =
    await sql`select name from pg_available_extensions where name in ${sql(extensions)}`;
  const missing = extensions.filter((name) => !known.some((row) => row.name === name));
  if (missing.length > 0) {
    throw new PlainError(
      `The database server lacks ${missing.join(', ')}; install PostgreSQL's contrib extensions.`,
    );
  }
  if (!server.may_create) {
    throw new PlainError('The database user may not create anything in this database.');
  }
  if (!server.may_create_role) {
    throw new PlainError(
      'The database user may not create the role tradesphere_app; grant it CREATEROLE.',
    );
  }
  if (!server.may_alter_role) {
    throw new PlainError(
      'The role tradesphere_app was made by another user of this server; use that user, or grant ' +
        'this one tradesphere_app WITH ADMIN OPTION.',
    );
  }
}
