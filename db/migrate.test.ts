import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest';
import { asSuperuser, ownerUrl } from './embedded/provision.ts';
import { assertSuitable } from './migrate/requirements.ts';
import { appUrl, migrate } from './migrate.ts';
import { PlainError } from './plain-error.ts';

const { superuserUrl } = inject('cluster');
const made: string[] = [];
let folder: string;
let url: string;

const drop = (name: string) =>
  asSuperuser(superuserUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-sql-'));
  const name = `m_${process.pid}_${made.length}`;
  made.push(name);
  await asSuperuser(superuserUrl, (sql) =>
    sql.unsafe(`create database ${name} owner tradesphere_owner`),
  );
  url = ownerUrl(superuserUrl, name);
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => {
  for (const name of made) await drop(name);
});

const put = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

async function rows(query: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end();
  }
}

test('the real migrations apply to an empty database, and a second time change nothing', async () => {
  const files = readdirSync(fileURLToPath(new URL('./migrations', import.meta.url)));
  expect(await migrate(url)).toEqual(files.filter((file) => file.endsWith('.sql')).sort());
  expect(await migrate(url)).toEqual([]);
  const app = postgres(appUrl(url), { max: 1 });
  const [who] =
    await app`select current_user as name, (select count(*)::int from companies) as seen`;
  await app.end();
  expect(who).toEqual({ name: 'tradesphere_app', seen: 0 });
});

test('two processes at once apply each migration once', async () => {
  put('0001_one.sql', 'create table one (); select pg_sleep(0.1);');
  put('0002_two.sql', 'create table two ();');
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  expect(applied.flat().sort()).toEqual(['0001_one.sql', '0002_two.sql']);
});

test('one that hangs in the middle of migrating is not waited for without end', async () => {
  put('0001_one.sql', 'create table one ();');
  put('0002_long.sql', `select pg_sleep(20);`);
  const hanging = migrate(url, folder).catch((error: Error) => error.message);
  const busy = `select pid from pg_stat_activity where query like '%pg_sleep(20)%' and datname =
    current_database() and pid <> pg_backend_pid()`;
  await expect.poll(async () => (await rows(busy)).length).toBe(1);
  await expect(migrate(url, folder, 50)).rejects.toThrow(
    /^Another process has been migrating this database for 0.05 seconds; wait for it/,
  );
  await rows(`select pg_cancel_backend(pid) from (${busy}) as busy`);
  expect(await hanging).toMatch(/^Migration 0002_long.sql failed/);
});

test('a failing migration leaves nothing of itself and all of those before it', async () => {
  put('0001_one.sql', 'create table one ();');
  put('0002_two.sql', 'create table two (); select 1 / 0;');
  await expect(migrate(url, folder)).rejects.toThrow(
    'Migration 0002_two.sql failed: division by zero',
  );
  expect(await rows('select version from schema_migrations')).toEqual([{ version: 1 }]);
  expect(await rows(`select to_regclass('two') as two`)).toEqual([{ two: null }]);
  put('0002_two.sql', 'create table two ();');
  expect(await migrate(url, folder)).toEqual(['0002_two.sql']);
});

test('a changed file and a newer database are refused, and nothing is applied', async () => {
  put('0001_one.sql', 'create table one ();');
  await migrate(url, folder);
  put('0001_one.sql', 'create table uno ();');
  put('0002_two.sql', 'create table two ();');
  await expect(migrate(url, folder)).rejects.toThrow(/Migration 1 \(one\) was changed/);
  await rows(`insert into schema_migrations values (7, 'future', 'sum')`);
  await expect(migrate(url, folder)).rejects.toThrow(/schema version 7/);
  expect(await rows(`select to_regclass('two') as two`)).toEqual([{ two: null }]);
});

test.each([
  ['nobody listens', 'postgres://a:b@127.0.0.1:1/x', /127.0.0.1:1\/x does not answer/],
  ['the user is unknown', () => url.replace('_owner', '_nobody'), /does not let us in/],
  ['the database is unknown', () => `${url}_missing`, /does not let us in/],
])('when %s, one sentence says so', async (_, target, sentence) => {
  const attempt = migrate(typeof target === 'string' ? target : target(), folder);
  await expect(attempt).rejects.toThrow(PlainError);
  await expect(attempt).rejects.toThrow(sentence);
});

test('settings that the runtime role changed on itself are reset', async () => {
  await migrate(url);
  const app = postgres(appUrl(url), { max: 1 });
  // Nothing that other tests' connections would notice: the role belongs to the whole server.
  await app.unsafe(`
    alter role tradesphere_app set work_mem = '5MB';
    alter role tradesphere_app in database ${app.options.database} set row_security = off`);
  await app.end();
  await migrate(url);
  const settings = await rows(`
    select unnest(setconfig) as setting from pg_db_role_setting
    where setrole = 'tradesphere_app'::regrole
      and setdatabase in (0, (select oid from pg_database where datname = current_database()))`);
  expect(settings).toEqual([
    { setting: 'plan_cache_mode=force_generic_plan' },
    { setting: 'statement_timeout=8s' },
    { setting: 'lock_timeout=5s' },
    { setting: 'idle_in_transaction_session_timeout=30s' },
  ]);
});

test('a server without an extension, or a user without a right, is refused', async () => {
  const owner = postgres(url, { max: 1 });
  await expect(assertSuitable(owner, ['pg_trgm', 'no_such_thing'])).rejects.toThrow(
    'The database server lacks no_such_thing',
  );
  await expect(assertSuitable(owner)).resolves.toBeUndefined();
  await owner.end();
  const app = postgres(appUrl(url), { max: 1 });
  await expect(assertSuitable(app)).rejects.toThrow(/may not create anything/);
  await app.end();
});

test('a user that could not manage the runtime role is told before anything is applied', async () => {
  await migrate(url); // makes tradesphere_app, unless another file has
  const role = `maker_${process.pid}`;
  await asSuperuser(url.replace(/^.*@/, superuserUrl.replace(/@.*/, '@')), async (sql) => {
    const { database } = sql.options;
    await sql.unsafe(`create role ${role}; grant create on database ${database} to ${role}`);
    await sql.unsafe(`set role ${role}`);
    await expect(assertSuitable(sql)).rejects.toThrow(/may not create the role.*CREATEROLE/);
    await sql.unsafe(`reset role; alter role ${role} createrole; set role ${role}`);
    await expect(assertSuitable(sql)).rejects.toThrow(/was made by another user/);
    await sql.unsafe(`reset role; grant tradesphere_app to ${role} with admin option`);
    await sql.unsafe(`set role ${role}`);
    await expect(assertSuitable(sql)).resolves.toBeUndefined();
    await sql.unsafe(`reset role; drop owned by ${role}; drop role ${role}`);
  });
});
