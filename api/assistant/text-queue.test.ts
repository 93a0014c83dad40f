import { expect, test } from 'vitest';
import { TextQueue } from './text-queue.ts';

test('a reader gets text as soon as it is written, and all of it that waited', async () => {
  const queue = new TextQueue();
  const first = queue.next();
  queue.push('a');
  expect(await first).toBe('a');
  queue.push('b');
  queue.push('c');
  expect(await queue.next()).toBe('bc');
});

test('what was written before the end is read before the end', async () => {
  const queue = new TextQueue();
  queue.push('last');
  queue.end();
  expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([
    'last',
    null,
    null,
  ]);
});

test('the end wakes a reader that waits', async () => {
  const queue = new TextQueue();
  const waiting = queue.next();
  queue.end();
  expect(await waiting).toBeNull();
});

test('a character that comes in two halves is read whole; a half is replaced', async () => {
  const queue = new TextQueue();
  queue.push('a\ud83d');
  expect(await queue.next()).toBe('a');
  const next = queue.next();
  queue.push('\ude00b\ud83d');
  expect(await next).toBe('😀b');
  queue.push('c\ude00');
  expect(await queue.next()).toBe('\ufffdc\ufffd');
  queue.push('\ud83d');
  queue.end();
  expect(await queue.next()).toBe('\ufffd');
  expect(await queue.next()).toBeNull();
});
