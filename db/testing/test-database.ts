import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { asSuperuser, ownerUrl } from '../embedded/provision.ts';
import { appUrl } from '../migrate.ts';

/** A migrated, empty database that nobody else uses. */
export interface TestDatabase {
  /** The role that owns the schema; tests act as it only to prepare or to attack. */
  ownerUrl: string;
  /** Bound by nothing; for tests of the policies themselves. */
  superuserUrl: string;
  /** The runtime role, under row-level security like the Worker. */
  appUrl: string;
  /** Drops the database, even under open connections. */
  close(): Promise<void>;
}

/** Makes a fresh copy of the migrated template (about 50 ms). */
export async function testDatabase(): Promise<TestDatabase> {
  const { superuserUrl, template } = inject('cluster');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asSuperuser(superuserUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template} owner tradesphere_owner`);
  });
  const owner = ownerUrl(superuserUrl, name);
  const superuser = new URL(superuserUrl);
  superuser.pathname = name;
  return {
    ownerUrl: owner,
    superuserUrl: superuser.href,
    appUrl: appUrl(owner),
    close: () =>
      asSuperuser(superuserUrl, async (sql) => {
        await sql.unsafe(`drop database if exists ${name} with (force)`);
      }),
  };
}
