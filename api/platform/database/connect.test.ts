import { expect, test } from 'vitest';
import { fileDatabase } from '../../../db/testing/test-ctx.ts';
import { connect } from './connect.ts';

test('an idle connection ends, and the next use makes another', async () => {
  const { database, owner } = await fileDatabase();
  const db = connect(database.appUrl, { idleMs: 100 });
  const backend = async () =>
    (await db.query((sql) => sql<{ pid: number }[]>`select pg_backend_pid() as pid`))[0];
  const isThere = async (pid = 0) =>
    (await owner`select from pg_stat_activity where pid = ${pid}`).length > 0;

  const first = await backend();
  await expect.poll(() => isThere(first?.pid)).toBe(false);
  const second = await backend();
  expect(second?.pid).toBeGreaterThan(0);
  expect(second?.pid).not.toBe(first?.pid);
  await db.end(1);
});

test('a connection lives on for as long after its last use as it may', async () => {
  const { database } = await fileDatabase();
  const db = connect(database.appUrl, { idleMs: 400 });
  const backend = async () =>
    (await db.query((sql) => sql<{ pid: number }[]>`select pg_backend_pid() as pid`))[0]?.pid;
  const first = await backend();
  for (let use = 0; use < 4; use++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await backend()).toBe(first);
  }
  await db.end(1);
});

test('a server that takes a statement and stays silent is given up, and the next gets a new connection', async () => {
  const { database } = await fileDatabase();
  const db = connect(database.appUrl, { silenceMs: 200 });
  const backend = async () =>
    (await db.query((sql) => sql<{ pid: number }[]>`select pg_backend_pid() as pid`))[0]?.pid;
  const first = await backend();
  const began = performance.now();
  const silent = db.query((sql) => sql`select pg_sleep(20)`);
  await expect(silent).rejects.toMatchObject({ code: 'database_unavailable' });
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await backend()).not.toBe(first);
  await db.end(1);
});
