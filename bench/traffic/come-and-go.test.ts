import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { comeAndGo } from './come-and-go.ts';
import { SystemError } from './system.ts';
import { CountingSystem } from './testing.ts';
import type { Entry } from './traffic-log.ts';

const answers = (ms: number) => async () => {
  await sleep(ms);
  return ms;
};

async function run(system: CountingSystem, visitors: number, ms: number): Promise<Entry[]> {
  const log: Entry[] = [];
  const stop = new AbortController();
  const over = comeAndGo(system, { visitors, rampMs: 10, signal: stop.signal }, log);
  await sleep(ms);
  stop.abort();
  await over;
  return log;
}

const ofKind = (log: Entry[], kind: Entry['kind']) => log.filter((entry) => entry.kind === kind);

test('a visitor sends five messages, then another visitor opens a session of their own', async () => {
  const system = new CountingSystem(answers(2));
  const log = await run(system, 1, 200);
  expect(system.opened).toBeGreaterThan(2);
  expect(Math.ceil(system.sent / 5)).toBe(system.opened);
  expect(ofKind(log, 'session')).toHaveLength(system.opened);
  expect(ofKind(log, 'message')).toHaveLength(system.sent);
});

test('as many visitors as asked for are there at a time, each with one message under way', async () => {
  const system = new CountingSystem(answers(20));
  await run(system, 8, 200);
  expect(system.most).toBe(8);
});

test('visitors finish the answer under way when the traffic ends, and send nothing more', async () => {
  const system = new CountingSystem(answers(100));
  const log = await run(system, 3, 50);
  expect(system.sent).toBe(3);
  expect(ofKind(log, 'message')).toHaveLength(3);
});

test('a failed request ends the visit, is logged by its name, and slows the traffic down', async () => {
  const system = new CountingSystem(async () => {
    throw new SystemError('503 database_unavailable');
  });
  const log = await run(system, 1, 600);
  expect(system.sent).toBe(2);
  expect(system.opened).toBe(2);
  expect(ofKind(log, 'failure')).toMatchObject([
    { what: '503 database_unavailable' },
    { what: '503 database_unavailable' },
  ]);
});
