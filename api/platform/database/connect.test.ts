import { afterEach, expect, test, vi } from 'vitest';
import { fileDatabase } from '../../../db/testing/test-ctx.ts';
import { connect } from './connect.ts';

afterEach(() => void vi.useRealTimers());

test('an idle connection ends, and the next use makes another', async () => {
  const { database, owner } = await fileDatabase();
  const db = connect(database.appUrl, { idleMs: 100 });
  const backend = async () => (await db.sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0];
  const isThere = async (pid = 0) =>
    (await owner`select from pg_stat_activity where pid = ${pid}`).length > 0;

  const first = await backend();
  await expect.poll(() => isThere(first?.pid)).toBe(false);
  const second = await backend();
  expect(second?.pid).toBeGreaterThan(0);
  expect(second?.pid).not.toBe(first?.pid);
  await db.sql.end();
});

test('a client lives on for as long after its last use as it may', () => {
  vi.useFakeTimers();
  const db = connect('postgres://nobody@127.0.0.1:1/none', { idleMs: 100 });
  const { sql } = db;
  for (const afterMs of [60, 60, 99]) {
    vi.advanceTimersByTime(afterMs);
    expect(db.sql).toBe(sql);
  }
  vi.advanceTimersByTime(100);
  expect(db.sql).not.toBe(sql);
});
