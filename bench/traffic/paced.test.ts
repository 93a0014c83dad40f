import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paced } from './paced.ts';
import { CountingSystem } from './testing.ts';
import type { Entry } from './traffic-log.ts';

async function run(system: CountingSystem, visitors: number, everyMs: number, ms: number) {
  const log: Entry[] = [];
  const stop = new AbortController();
  const over = paced(system, { visitors, everyMs, signal: stop.signal }, log);
  await sleep(ms);
  stop.abort();
  await over;
  return log;
}

test('each visitor sends one message in each period, however fast the answer is', async () => {
  const system = new CountingSystem(async () => 1);
  await run(system, 10, 100, 500);
  expect(system.sent).toBeGreaterThanOrEqual(40);
  expect(system.sent).toBeLessThanOrEqual(60);
});

test('visitors leave after five messages: sessions keep being opened', async () => {
  const system = new CountingSystem(async () => 1);
  await run(system, 5, 20, 400);
  expect(system.opened).toBeGreaterThanOrEqual(Math.floor(system.sent / 5));
  expect(system.opened).toBeLessThan(system.sent / 2);
});

test('after a failure the next message opens another session', async () => {
  const system = new CountingSystem(async () => {
    throw new Error('refused');
  });
  const log = await run(system, 1, 20, 150);
  expect(system.opened).toBe(system.sent);
  expect(log.filter(({ kind }) => kind === 'failure')).toHaveLength(system.sent);
});
