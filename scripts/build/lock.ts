import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../db/embedded/processes.ts';
import { errorCode } from '../../db/plain-error.ts';
import { inRoot } from '../root.ts';

const FILE = inRoot('dist', 'build.lock');

function take(): boolean {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

function holder(): number {
  try {
    return Number(readFileSync(FILE, 'utf8'));
  } catch {
    return 0;
  }
}

/** Runs `work` while no other process of this checkout builds; a dead one's lock does not count. */
export async function whileNobodyElseBuilds(work: () => Promise<void>): Promise<void> {
  mkdirSync(inRoot('dist'), { recursive: true });
  while (!take()) {
    const pid = holder();
    if (pid > 0 && !isAlive(pid)) rmSync(FILE, { force: true });
    await sleep(50);
  }
  try {
    await work();
  } finally {
    rmSync(FILE, { force: true });
  }
}
