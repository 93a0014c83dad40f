import type postgres from 'postgres';
import { errorCode, messageOf, PlainError } from '../plain-error.ts';

const MIN_VERSION = 15;
const EXTENSIONS = ['pg_trgm', 'fuzzystrmatch', 'unaccent', 'btree_gin'];

/** The place a connection string leads to, without its secrets. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** @throws PlainError when the server does not answer or does not let us in */
export async function assertReachable(sql: postgres.Sql, url: string): Promise<void> {
  try {
    await sql`select 1`;
  } catch (cause) {
    const code = errorCode(cause);
    const refused = /^(28|3D)/.test(code) ? 'does not let us in' : 'does not answer';
    const why = messageOf(cause) || code;
    throw new PlainError(`The database at ${placeOf(url)} ${refused} (${why}).`, { cause });
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
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user)
        or exists (select from pg_roles where rolname = 'tradesphere_app') as may_create_role`;
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
}
