import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fileDatabase } from '../../../db/testing/index.ts';
import { connectShared } from './connect.ts';
import type { Lease } from './connection.ts';
import type { Pool } from './pool.ts';

const CONNECTIONS = 6;

let pool: Pool;
beforeAll(async () => {
  const { database } = await fileDatabase();
  pool = connectShared(database.appUrl, CONNECTIONS);
});
afterAll(() => pool.end(1));

const backend = () =>
  pool
    .query((sql) => sql<{ pid: number }[]>`select pg_backend_pid() as pid`)
    .then(([row]) => row?.pid);

/** Transactions of a share, each on a connection of its own until released. */
async function leases(share: string, count: number): Promise<Lease[]> {
  return Promise.all(Array.from({ length: count }, () => pool.lease(share)));
}

const settled = async (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<boolean>((r) => setTimeout(r, 50, false))]);

test('any number of statements shares the same few connections', async () => {
  const seen = new Set(await Promise.all(Array.from({ length: 200 }, backend)));
  expect(seen.size).toBeLessThanOrEqual(CONNECTIONS / 3);
});

test('statements go on while every transaction waits', async () => {
  const held = [...(await leases('a', 3)), ...(await leases('b', 1))];
  expect(await backend()).toBeGreaterThan(0);
  for (const lease of held) lease.release();
});

test('no company has all connections: another one gets in at once', async () => {
  const held = await leases('greedy', 3);
  const more = pool.lease('greedy');
  expect(await settled(more)).toBe(false);
  const other = await pool.lease('modest');
  other.release();
  expect(await settled(more)).toBe(false);
  held[0]?.release();
  (await more).release();
  for (const lease of held.slice(1)) lease.release();
});

test('who waits is served in turn by company, not by who asked more often', async () => {
  const held = [...(await leases('x', 2)), ...(await leases('y', 2))];
  const order: string[] = [];
  const wait = (share: string) =>
    pool.lease(share).then((lease) => {
      order.push(share);
      lease.release();
    });
  const all = ['a', 'a', 'a', 'b', 'c'].map(wait);
  held[0]?.release();
  await Promise.all(all);
  for (const lease of held.slice(1)) lease.release();
  expect(order).toEqual(['a', 'b', 'c', 'a', 'a']);
});

describe('when it is full', () => {
  test('work is refused with Retry-After after a while, and nothing is left waiting', async () => {
    const held = [...(await leases('a', 3)), ...(await leases('b', 1))];
    vi.useFakeTimers();
    const waiting = pool.lease('c');
    vi.advanceTimersByTime(8_000);
    vi.useRealTimers();
    await expect(waiting).rejects.toMatchObject({
      code: 'overloaded',
      details: { headers: { 'Retry-After': '2' } },
    });
    expect(pool.longestWaitMs(Date.now())).toBe(0);
    for (const lease of held) lease.release();
    (await pool.lease('c')).release();
  });

  test('says how long the longest waiter has waited', async () => {
    const held = [...(await leases('a', 3)), ...(await leases('b', 1))];
    const waiting = pool.lease('c');
    expect(pool.longestWaitMs(Date.now() + 500)).toBeGreaterThanOrEqual(500);
    for (const lease of held) lease.release();
    (await waiting).release();
    expect(pool.longestWaitMs(Date.now())).toBe(0);
  });
});
