import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import type { Cluster } from './cluster.ts';

/** The role that owns the schema: no superuser, so it cannot step around row-level security. */
const OWNER = 'tradesphere_owner';

/**
 * The owner's connection string, from the superuser's: the password is derived from that of the superuser,
 * which is made once per data folder and readable by its user only.
 */
export function ownerUrl(superuserUrl: string, database: string): string {
  const url = new URL(superuserUrl);
  url.password = createHmac('sha256', url.password).update(OWNER).digest('hex');
  url.username = OWNER;
  url.pathname = database;
  return url.href;
}

/** Runs a few statements as superuser on the maintenance database. */
export async function asSuperuser<T>(
  superuserUrl: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Makes the owner role and its database when they are missing, and sets the role's password.
 * @returns the owner's connection string to the database
 */
export async function provision(cluster: Cluster, database: string): Promise<string> {
  const url = ownerUrl(cluster.superuserUrl(database), database);
  await asSuperuser(cluster.superuserUrl('postgres'), async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole nobypassrls`);
    await sql.unsafe(`alter role ${OWNER} password '${new URL(url).password}'`); // hexadecimal
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)} owner ${sql(OWNER)}`;
  });
  return url;
}
