import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort } from '../../db/embedded/free-port.ts';
import { runCrons } from './crons.ts';
import { runWorker } from './worker.ts';

// All that the local bindings ask for, and a line for each run of the schedule.
const WORKER = `
export class ConversationRoom {}
export class CompanyFeed {}
export default {
  fetch: () => new Response('here'),
  scheduled: ({ cron }) => console.log('ran ' + cron),
}`;

let folder: string;
let stops: (() => Promise<void> | void)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-worker-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'worker.js'), WORKER);
  stops = [];
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

test('the schedule goes on after workerd was killed, and the new process is noted', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const logs: string[] = [];
  const noted: number[][] = [];
  const options = {
    bundle: join(folder, 'worker.js'),
    assets: join(folder, 'assets'),
    databaseUrl: 'postgres://nobody:none@127.0.0.1:1/none',
    vars: {},
    port: await freePort(),
    onLog: ({ message }: { message: string }) => void logs.push(message),
  };
  const ending = {
    signal: new AbortController().signal,
    fail: (error: unknown) => logs.push(`${error}`),
  };
  const worker = await runWorker(options, ending, (pids) => noted.push(pids));
  stops.push(worker.stop, runCrons(worker.current, 50));
  await expect.poll(() => logs, { timeout: 10_000 }).toContain('ran */5 * * * *');
  const url = worker.current()?.url;

  for (const pid of noted[0] ?? []) process.kill(pid, 'SIGKILL');
  await expect.poll(() => noted, { timeout: 20_000 }).toHaveLength(2);
  await expect.poll(() => worker.current()?.url).toBe(url);
  logs.length = 0;
  await expect.poll(() => logs, { timeout: 10_000 }).toContain('ran */5 * * * *');
  expect(await (await fetch(`${url}/api/x`)).text()).toBe('here');
  expect(noted[1]).not.toEqual(noted[0]);
});
