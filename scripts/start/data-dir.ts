import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, messageOf, PlainError } from '../../db/plain-error.ts';

/** One level after the other: Node's recursive mkdir never returns where a system refuses oddly. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

/** @throws PlainError when files cannot be written there */
export function prepareDataDir(folder: string): void {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    makeFolders(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new PlainError(
      `The data folder ${folder} cannot be written (${errorCode(cause) || messageOf(cause)}); ` +
        'set DATA_DIR to one that can.',
      { cause },
    );
  }
}

/**
 * Makes an empty folder for temporary files and has this process use it: what a killed copy left
 * there goes with the next start, instead of filling the system's own.
 */
export function useOwnTemporaryFolder(folder: string): void {
  const own = join(folder, 'tmp');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  process.env.TMPDIR = own;
}

/** The secret that signs visitor tokens: made once, readable by its owner only. */
export function tokenSecret(folder: string): string {
  const file = join(folder, 'token-secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
