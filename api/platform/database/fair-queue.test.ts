import { expect, test } from 'vitest';
import { FairQueue } from './fair-queue.ts';

/** Waiters that note their names when they are served. */
function queueOf(...names: string[]) {
  const served: string[] = [];
  const queue = new FairQueue<string>();
  const leave = names.map((name, at) => {
    const share = name.replace(/\d/, '');
    return queue.join(share, at, (value) => served.push(`${name}=${value}`));
  });
  return { queue, served, leave };
}

test('shares take turns, however many wait in one of them', () => {
  const { queue, served } = queueOf('a1', 'a2', 'a3', 'b1', 'c1', 'b2');
  while (queue.length > 0) queue.serve('x');
  expect(served).toEqual(['a1=x', 'b1=x', 'c1=x', 'a2=x', 'b2=x', 'a3=x']);
});

test('a share that may have nothing more is stepped over, and keeps its place', () => {
  const { queue, served } = queueOf('a1', 'b1', 'b2');
  expect(queue.serve('x', (share) => share !== 'a')).toBe(true);
  expect(queue.serve('x', () => false)).toBe(false);
  queue.serve('y');
  expect(served).toEqual(['b1=x', 'a1=y']);
});

test('a waiter who has left is not served, and can leave only once', () => {
  const { queue, served, leave } = queueOf('a1', 'a2');
  leave[0]?.();
  leave[0]?.();
  expect(queue.length).toBe(1);
  queue.serve('x');
  leave[1]?.();
  expect([served, queue.length, queue.serve('x')]).toEqual([['a2=x'], 0, false]);
});

test('knows since when the longest waiter has waited', () => {
  const { queue } = queueOf('a1', 'b1');
  expect(queue.oldestSince).toBe(0);
  queue.serve('x');
  expect(queue.oldestSince).toBe(1);
  queue.serve('x');
  expect(queue.oldestSince).toBeNull();
});
