import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Cluster, startCluster, stopLeftover } from './cluster.ts';
import { removeDataFolder } from './data-folder.ts';
import { isAlive } from './processes.ts';
import { asSuperuser, provision } from './provision.ts';

// One folder for all: making a cluster's files is the slow part.
const folder = mkdtempSync(join(tmpdir(), 'tradesphere-cluster-'));
chmodSync(folder, 0o755); // for root: the database's user has to get in
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
  writeFileSync(file, written.replace(String(first.pid), String(process.pid)));
  const second = await start();
  expect(second.isRunning()).toBe(true);
});

test("a copied folder does not take over the original's server", async () => {
  const original = await start();
  const copy = mkdtempSync(join(tmpdir(), 'tradesphere-cluster-'));
  try {
    await original.stop();
    const again = await start();
    const data = dataOf(folder);
    cpSync(join(folder, 'superuser-password'), join(copy, 'superuser-password'));
    cpSync(data, join(copy, 'data'), { recursive: true });
    const { findRunning } = await import('./orphan.ts');
    const password = readFileSync(join(copy, 'superuser-password'), 'utf8');
    expect(await findRunning({ path: data, password })).toMatchObject({ pid: again.pid });
    expect(await findRunning({ path: join(copy, 'data'), password })).toBeNull();
    expect(await findRunning({ path: data, password: 'guessed' })).toBeNull();
  } finally {
    removeDataFolder(copy);
  }
});

test('the owner is no superuser and needs no password; the superuser needs his', async () => {
  const cluster = await start();
  const url = await provision(cluster, 'shop');
  expect(await provision(cluster, 'shop')).toBe(url);
  const owner = postgres(url, { max: 1 });
  const [row] = await owner`select rolsuper, rolbypassrls, rolcreaterole, current_database() as db
    from pg_roles where rolname = current_user`;
  await owner.end();
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: true, db: 'shop' });
  const intruder = cluster.superuserUrl('postgres').replace(/:\w+@/, ':guessed@');
  await expect(asSuperuser(intruder, (sql) => sql`select 1`)).rejects.toThrow(/password/);
});
