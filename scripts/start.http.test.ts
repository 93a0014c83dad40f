import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { stopLeftover } from '../db/embedded/cluster.ts';
import { removeDataFolder } from '../db/embedded/data-folder.ts';
import { freePort } from '../db/embedded/free-port.ts';
import { isAlive } from '../db/embedded/processes.ts';
import { scratchFolder } from '../db/embedded/scratch-folder.ts';
import { gzipBytes, WORKER_BUNDLE } from './build/worker.ts';
import { inRoot } from './root.ts';
import type { RunnerNote } from './start/runner-file.ts';

const folder = scratchFolder('start');
const noteFile = join(folder, 'running.json');
let runner: Runner | undefined;

interface Runner {
  child: ChildProcess;
  output(): string;
}

function start(env: Record<string, string>): Runner {
  const { npm_lifecycle_event: _, DATABASE_URL: __, ...own } = process.env;
  const child = spawn(process.execPath, [inRoot('scripts/start.ts')], {
    env: { ...own, DATA_DIR: folder, ...env },
    detached: true, // a group of its own, as a terminal gives it
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  runner = { child, output: () => output };
  return runner;
}

async function ready({ child, output }: Runner): Promise<void> {
  const over = () => output().includes('TradeSphere is ready') || child.exitCode !== null;
  await expect.poll(over, { timeout: 90_000, interval: 50 }).toBe(true);
  expect(output()).toContain('TradeSphere is ready');
}

async function ended({ child }: Runner): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

const healthy = async (port: number) => (await fetch(`http://localhost:${port}/api/health`)).json();

const noted = (): RunnerNote => JSON.parse(readFileSync(noteFile, 'utf8'));

function postmaster(): number {
  const file = readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

afterEach(async () => {
  runner?.child.kill('SIGTERM');
  if (runner) await ended(runner);
});
afterAll(async () => {
  await stopLeftover(join(folder, 'postgres'));
  removeDataFolder(join(folder, 'postgres'));
  removeDataFolder(folder);
});

test('it serves, survives a kill -9 with its data, and stops all of itself when asked', async () => {
  const port = await freePort();
  const killed = start({ PORT: String(port) });
  await ready(killed);
  expect(await healthy(port)).toEqual({ status: 'ok' });
  const [workerd] = noted().workerd;
  expect(workerd && isAlive(workerd.pid)).toBe(true);
  killed.child.kill('SIGKILL');
  await ended(killed);

  const again = start({ PORT: String(port) });
  await ready(again);
  expect(await healthy(port)).toEqual({ status: 'ok' });
  expect(workerd && isAlive(workerd.pid)).toBe(false);
  expect(again.output()).not.toContain('applied');
  const postgres = postmaster();
  again.child.kill('SIGINT');
  expect(await ended(again)).toBe(0);
  expect(isAlive(postgres)).toBe(false);
  await expect(healthy(port)).rejects.toThrow();
}, 240_000);

const inTemplate = (file: string | Buffer) => /\bbase\b.1.\d+$/.test(String(file));

test('Ctrl-C while the files of Postgres are being made is no failure', async () => {
  const fresh = scratchFolder('start-fresh');
  const files = () => readdirSync(join(fresh, 'postgres'), { recursive: true });
  const begun = () => existsSync(join(fresh, 'postgres')) && files().some(inTemplate);
  const stopped = start({ PORT: String(await freePort()), DATA_DIR: fresh });
  await expect.poll(begun, { timeout: 30_000, interval: 5 }).toBe(true);
  process.kill(-(stopped.child.pid ?? 0), 'SIGINT'); // a terminal tells the whole group
  expect(await ended(stopped)).toBe(0);
  expect(stopped.output()).toMatch(/Stopping …\n$/);
  removeDataFolder(join(fresh, 'postgres'));
  removeDataFolder(fresh);
}, 120_000);

const workerdPid = () => noted().workerd[0]?.pid ?? 0;

test.each([
  ['The embedded Postgres', postmaster, workerdPid],
  ['The Worker runtime (workerd)', workerdPid, postmaster],
])(
  '%s is killed: it comes back on its own, at the same address, and the rest goes on',
  async (part, pidOf, pidOfOther) => {
    const port = await freePort();
    const broken = start({ PORT: String(port) });
    await ready(broken);
    const [killed, other] = [pidOf(), pidOfOther()];
    process.kill(killed, 'SIGKILL');
    await expect.poll(broken.output, { timeout: 30_000 }).toContain(`${part} is running again.`);
    expect(broken.output()).toContain(`${part} ended unexpectedly; restarting it in 0.5 s.`);
    await expect.poll(() => healthy(port), { timeout: 10_000 }).toEqual({ status: 'ok' });
    expect(pidOfOther()).toBe(other);
    const again = pidOf();
    expect(again).not.toBe(killed);
    expect(broken.output()).not.toContain('    at ');

    process.kill(-(broken.child.pid ?? 0), 'SIGINT'); // a terminal tells the whole group
    expect(await ended(broken)).toBe(0);
    expect([again, other].filter(isAlive)).toEqual([]);
    expect(broken.output().split('is running again.')[1]).toBe('\nStopping …\n');
  },
  120_000,
);

test('Ctrl-C while a part waits for its restart ends everything', async () => {
  const broken = start({ PORT: String(await freePort()) });
  await ready(broken);
  const postgres = postmaster();
  process.kill(workerdPid(), 'SIGKILL');
  await expect.poll(broken.output, { interval: 5 }).toContain('restarting it in 0.5 s');
  broken.child.kill('SIGINT');
  expect(await ended(broken)).toBe(0);
  expect(isAlive(postgres)).toBe(false);
  expect(broken.output()).not.toContain('running again');
}, 120_000);

test('when nobody reads what it writes, it serves and stops all the same', async () => {
  const port = await freePort();
  const unread = start({ PORT: String(port) });
  unread.child.stdout?.destroy();
  unread.child.stderr?.destroy();
  const serves = () => healthy(port).catch(() => unread.child.exitCode);
  await expect.poll(serves, { timeout: 90_000, interval: 100 }).toEqual({ status: 'ok' });
  unread.child.kill('SIGTERM');
  expect(await ended(unread)).toBe(0);
  expect(existsSync(noteFile)).toBe(false);
}, 120_000);

test('a second copy on the same data is refused, and the first goes on', async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) });
  await ready(first);
  const second = start({ PORT: String(await freePort()) });
  expect(await ended(second)).toBe(1);
  expect(second.output()).toContain(`already runs from this data folder`);
  runner = first;
  expect(await healthy(port)).toEqual({ status: 'ok' });
}, 120_000);

test('a taken port ends it with one sentence and nothing left running', async () => {
  const server = createServer().listen(await freePort(), '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const refused = start({ PORT: String(port) });
  expect(await ended(refused)).toBe(1);
  expect(refused.output()).toContain(`Port ${port} is taken by another program`);
  expect(refused.output()).not.toContain('    at ');
  server.close();
});

test('a database that does not answer ends it with one sentence', async () => {
  const refused = start({
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://u:hush@127.0.0.1:${await freePort()}/shop`,
  });
  expect(await ended(refused)).toBe(1);
  expect(refused.output()).toMatch(/The database at 127.0.0.1:\d+\/shop does not answer/);
  expect(refused.output()).not.toContain('hush');
});

test('the Worker stays under 1 MB gzip', () => {
  expect(gzipBytes(WORKER_BUNDLE)).toBeLessThan(1_000_000);
});
