import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PlainError } from '../plain-error.ts';
import { binaryPath } from './binaries.ts';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { findRunning, readPid } from './orphan.ts';
import { databaseUser, type OsUser } from './os-user.ts';
import { hasEnded, isAlive, signal } from './processes.ts';
import { type Purpose, settingsFor } from './settings.ts';

/** A running embedded Postgres. */
export interface Cluster {
  port: number;
  pid: number;
  /** The superuser's connection string to the given database. */
  superuserUrl(database: string): string;
  /** Whether the server process is still there. */
  isRunning(): boolean;
  /** Ends connections and the server, and waits until it has gone. */
  stop(): Promise<void>;
}

const START_MS = 60_000; // recovery after a crash on a slow disk
const STOP_MS = 10_000;

/** Fast shutdown; when that hangs, immediate (which the next start recovers from). */
async function stop(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await hasEnded(pid, STOP_MS)) return;
  signal(pid, 'SIGQUIT');
  await hasEnded(pid, STOP_MS);
}

function clusterAt(pid: number, port: number, password: string): Cluster {
  return {
    port,
    pid,
    superuserUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    isRunning: () => isAlive(pid),
    stop: () => stop(pid),
  };
}

/** Resolves to the pid once it takes connections, or to null when it ended instead. */
async function launch(data: DataFolder, log: string, port: number, purpose: Purpose, user: OsUser) {
  const args = ['-D', data.path, '-p', String(port), ...settingsFor(purpose)];
  const output = openSync(log, 'w');
  // A group of its own: Ctrl-C at the terminal must not end it before those who use it.
  const child = spawn(binaryPath('postgres', user), args, {
    ...user,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  child.unref();
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  const until = Date.now() + START_MS;
  while (!ended && Date.now() < until) {
    const written = readPid(data.path);
    if (written?.ready && written.pid === child.pid) return written.pid;
    await sleep(10);
  }
  if (!ended && child.pid) await stop(child.pid);
  return null;
}

/**
 * Starts the Postgres whose files are in `folder` (made when missing) on 127.0.0.1, on the given port
 * or a free one. One that is still running there, left over by a runner that was killed, is taken over.
 */
export async function startCluster(
  folder: string,
  purpose: Purpose,
  fixedPort?: number,
): Promise<Cluster> {
  const user = databaseUser();
  const data = await dataFolder(folder, user);
  const running = await findRunning(data);
  if (running) return clusterAt(running.pid, running.port, data.password);
  rmSync(join(data.path, 'postmaster.pid'), { force: true });
  const log = join(folder, 'postgres.log');
  const attempts = fixedPort ? 1 : 3; // somebody may take a free port before Postgres does
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = fixedPort ?? (await freePort());
    const pid = await launch(data, log, port, purpose, user);
    if (pid) return clusterAt(pid, port, data.password);
  }
  throw new PlainError(`The embedded Postgres did not start: ${lastLine(log)} (more in ${log})`);
}

/** Ends the Postgres that a killed process left running on the files in `folder`, if there is one. */
export async function stopLeftover(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'data', 'PG_VERSION'))) return;
  const running = await findRunning(await dataFolder(folder, databaseUser()));
  if (running) await stop(running.pid);
}

function lastLine(log: string): string {
  try {
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    return lines.findLast((line) => /FATAL|ERROR/.test(line)) ?? lines.at(-1) ?? '';
  } catch (error) {
    return messageOf(error);
  }
}
