import { expect, test } from 'vitest';
import { runHash } from './hash-queue.ts';

const caller = (network: string, isKnownDevice = false) => ({ network, isKnownDevice });
const busy = { code: 'log_in_busy', status: 503, details: { headers: { 'Retry-After': '5' } } };

/** Work that lasts until it is let go. */
function held(network: string, isKnownDevice = false) {
  const gate = Promise.withResolvers<void>();
  const done = runHash(caller(network, isKnownDevice), async (pause) => {
    await gate.promise;
    await pause();
    return network;
  });
  return { done, release: gate.resolve };
}

test('one hash runs at a time, in the order they came', async () => {
  let atOnce = 0;
  const order: number[] = [];
  const hash = (no: number) =>
    runHash(caller(`192.0.2.${no}`), async (pause) => {
      expect(++atOnce).toBe(1);
      await pause();
      atOnce--;
      order.push(no);
    });
  await Promise.all([1, 2, 3, 4].map(hash));
  expect(order).toEqual([1, 2, 3, 4]);
});

test('a known device goes before those that wait', async () => {
  const order: string[] = [];
  const first = held('192.0.2.1');
  const note = async (name: string) => void order.push(name);
  const stranger = runHash(caller('192.0.2.2'), () => note('stranger'));
  const known = runHash(caller('192.0.2.3', true), () => note('known'));
  first.release();
  await Promise.all([first.done, stranger, known]);
  expect(order).toEqual(['known', 'stranger']);
});

test('work that fails frees its place', async () => {
  const failing = runHash(caller('192.0.2.1'), async () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await runHash(caller('192.0.2.1'), async () => 'next')).toBe('next');
});

test('one network waits with 16 at most, all networks with 32, and known devices beside them', async () => {
  const first = held('192.0.2.1');
  const waiting = Array.from({ length: 15 }, () => held('192.0.2.1'));
  await expect(held('192.0.2.1').done).rejects.toMatchObject(busy);
  const others = Array.from({ length: 16 }, (_, i) => held(`198.51.100.${i}`));
  await expect(held('203.0.113.1').done).rejects.toMatchObject(busy);
  const known = held('192.0.2.1', true);
  for (const one of [first, ...waiting, ...others, known]) one.release();
  expect(await known.done).toBe('192.0.2.1');
  await Promise.all([first, ...waiting, ...others].map(({ done }) => done));
});

test('a request that was cancelled while it held the place gives it up after five seconds', async () => {
  const cancelled = runHash(caller('192.0.2.1'), () => new Promise<never>(() => {}));
  const began = Date.now();
  expect(await runHash(caller('192.0.2.2'), async () => 'ran')).toBe('ran');
  expect(Date.now() - began).toBeGreaterThan(4_500);
  expect(cancelled).toBeInstanceOf(Promise);
});
