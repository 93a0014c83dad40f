import postgres from 'postgres';
import type { Cluster } from './cluster.ts';

/** The role that owns the schema: no superuser, so it cannot step around row-level security. */
const OWNER = 'tradesphere_owner';

/** The owner's connection string. Locally any password does: pg_hba.conf trusts the role. */
export function ownerUrl(cluster: Pick<Cluster, 'port'>, database: string): string {
  return `postgres://${OWNER}:embedded@127.0.0.1:${cluster.port}/${database}`;
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
 * Makes the owner role and its database when they are missing.
 * @returns the owner's connection string to the database
 */
export async function provision(cluster: Cluster, database: string): Promise<string> {
  await asSuperuser(cluster.superuserUrl('postgres'), async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole nobypassrls`);
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)} owner ${sql(OWNER)}`;
  });
  return ownerUrl(cluster, database);
}
