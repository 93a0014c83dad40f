import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../db/embedded/processes.ts';
import { errorCode, PlainError } from '../../db/plain-error.ts';
import { inRoot } from '../root.ts';

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

function holder(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

async function lock(folder: string): Promise<string> {
  const file = join(folder, 'build.lock');
  try {
    mkdirSync(folder, { recursive: true });
    while (!take(file)) {
      const pid = holder(file);
      if (pid > 0 && !isAlive(pid)) rmSync(file, { force: true });
      await sleep(50);
    }
  } catch (cause) {
    throw new PlainError(
      `The build's folder ${folder} cannot be written (${errorCode(cause)}); if another user, ` +
        'such as root, built here before, remove it as that user.',
      { cause },
    );
  }
  return file;
}

/**
 * Runs `work` while no other process of this checkout builds; a dead one's lock does not count.
 * @throws PlainError when the folder, dist/ unless given, cannot be written
 */
export async function whileNobodyElseBuilds(
  work: () => Promise<void>,
  folder = inRoot('dist'),
): Promise<void> {
  const file = await lock(folder);
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}
