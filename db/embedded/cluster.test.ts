import { spawn } from 'node:child_process';
import { cpSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, expect, test } from 'vitest';
import { appUrl, migrate } from '../migrate.ts';
import { type Cluster, startCluster, stopLeftover } from './cluster.ts';
import { removeDataFolder } from './data-folder.ts';
import { findRunning } from './orphan.ts';
import { databaseUser } from './os-user.ts';
import { isAlive } from './processes.ts';
import { asSuperuser, provision } from './provision.ts';
import { scratchFolder } from './scratch-folder.ts';

// One folder for all: making a cluster's files is the slow part.
const folder = scratchFolder('cluster');
let started: Cluster[] = [];

afterEach(async () => {
  for (const cluster of started) await cluster.stop();
  started = [];
});
afterAll(() => removeDataFolder(folder));

async function start(at = folder): Promise<Cluster> {
  const cluster = await startCluster(at, 'tests');
  started.push(cluster);
  return cluster;
}

const dataOf = (at: string) => realpathSync(join(at, 'data'));

test('data outlives a stop, and the server listens on the loopback only', async () => {
  const first = await start();
  await asSuperuser(first.superuserUrl('postgres'), async (sql) => {
    await sql`create table kept as select 42 as answer`;
    const [row] = await sql`show listen_addresses`;
    expect(row?.listen_addresses).toBe('127.0.0.1');
  });
  await first.stop();
  expect(first.isRunning()).toBe(false);
  const second = await start();
  const rows = await asSuperuser(second.superuserUrl('postgres'), (sql) => sql`select * from kept`);
  expect([...rows]).toEqual([{ answer: 42 }]);
});

test('a server that was left running is taken over', async () => {
  const first = await start();
  const second = await start();
  expect([second.pid, second.port]).toEqual([first.pid, first.port]);
});

test('a server that was left running can be ended by its folder alone', async () => {
  const cluster = await start();
  await stopLeftover(folder);
  expect(cluster.isRunning()).toBe(false);
  await stopLeftover(folder);
});

test('a killed server is recovered from', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await expect.poll(() => isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(second.pid).not.toBe(first.pid);
});

test('a stale pid file that names a stranger harms neither', async () => {
  const first = await start();
  const file = join(dataOf(folder), 'postmaster.pid');
  const written = readFileSync(file, 'utf8');
  await first.stop();
  // As the database's user: Postgres itself overlooks its parent and what it may not signal.
  const stranger = spawn('sleep', ['60'], { ...databaseUser(), stdio: 'ignore' });
  writeFileSync(file, written.replace(String(first.pid), String(stranger.pid)));
  const second = await start();
  expect(second.isRunning()).toBe(true);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
});

test("a copied folder does not take over the original's server", async () => {
  const original = await start();
  const copy = scratchFolder('copy');
  const data = dataOf(folder);
  const password = readFileSync(join(folder, 'superuser-password'), 'utf8');
  cpSync(join(data, 'postmaster.pid'), join(copy, 'postmaster.pid'));
  expect(await findRunning({ path: data, password })).toMatchObject({ pid: original.pid });
  expect(await findRunning({ path: copy, password })).toBeNull();
  expect(await findRunning({ path: data, password: 'guessed' })).toBeNull();
  rmSync(copy, { recursive: true });
});

test('the owner is no superuser; all roles need their passwords', async () => {
  const cluster = await start();
  const url = await provision(cluster, 'shop');
  expect(await provision(cluster, 'shop')).toBe(url);
  const owner = postgres(url, { max: 1 });
  const [row] = await owner`select rolsuper, rolbypassrls, rolcreaterole, current_database() as db
    from pg_roles where rolname = current_user`;
  await owner.end();
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: true, db: 'shop' });
  await migrate(url);
  for (const own of [cluster.superuserUrl('postgres'), url, appUrl(url)]) {
    await asSuperuser(own, (sql) => sql`select 1`);
    const guessed = own.replace(/:\w+@/, ':guessed@');
    await expect(asSuperuser(guessed, (sql) => sql`select 1`)).rejects.toThrow(/password/);
  }
  expect(statSync(join(folder, 'superuser-password')).mode & 0o777).toBe(0o600);
});

test('a folder of an earlier version, which trusted its roles, is closed at its next start', async () => {
  const first = await start();
  const url = await provision(first, 'older');
  await first.stop();
  const trusting = 'host all tradesphere_owner,tradesphere_app 127.0.0.1/32 trust\n';
  writeFileSync(join(dataOf(folder), 'pg_hba.conf'), trusting);
  const second = await start();
  const again = new URL(await provision(second, 'older'));
  expect(again.password).toBe(new URL(url).password);
  await asSuperuser(again.href, (sql) => sql`select 1`);
  again.password = 'embedded';
  await expect(asSuperuser(again.href, (sql) => sql`select 1`)).rejects.toThrow(/password/);
});
