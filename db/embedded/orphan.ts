import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { errorCode } from '../plain-error.ts';
import type { DataFolder } from './data-folder.ts';
import { type PostmasterPid, parsePostmasterPid } from './postmaster-pid.ts';
import { isAlive } from './processes.ts';

const STARTING_UP = '57P03'; // "the database system is starting up" or shutting down
const WAIT_MS = 30_000;

/** What the cluster's pid file says, or null without one. */
export function readPid(dataPath: string): PostmasterPid | null {
  try {
    return parsePostmasterPid(readFileSync(join(dataPath, 'postmaster.pid'), 'utf8'));
  } catch {
    return null;
  }
}

/** Asks the server at the port which files it serves; null when nothing of ours answers. */
async function servedFolder(port: number, password: string): Promise<string | null> {
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    return row?.folder ?? null;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function sameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/**
 * The Postgres that already serves these files, or null. The pid file alone proves nothing: its
 * number may be another program's by now, and a copied folder carries the original's file. Only a
 * server that knows our password and names our folder is ours.
 */
export async function findRunning(data: DataFolder): Promise<PostmasterPid | null> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    const written = readPid(data.path);
    if (!written || !isAlive(written.pid)) return null;
    try {
      const served = await servedFolder(written.port, data.password);
      return served && sameFolder(served, data.path) ? written : null;
    } catch (error) {
      if (errorCode(error) !== STARTING_UP) return null;
    }
    await sleep(100);
  }
  return null;
}
