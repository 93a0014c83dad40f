import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error.ts';

/** Whom a child process runs as; null leaves it as we are. */
export type OsUser = { uid: number; gid: number } | null;

function idOf(flag: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

/** Postgres refuses to run as root: there it runs as the system's postgres or nobody. */
export function databaseUser(): OsUser {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new PlainError(
    'Postgres must not run as root and this system has no user "postgres" or "nobody"; ' +
      'start TradeSphere as another user.',
  );
}

/** Whether the user can reach the path through all of its parents, and open it. */
export function canReach(path: string, user: OsUser): boolean {
  if (!user) return true;
  const test = ['-c', 'test -x "$0" || { test -f "$0" && test -r "$0"; }', path];
  return spawnSync('/bin/sh', test, { ...user, cwd: '/' }).status === 0;
}

/**
 * A folder that only root can write and everybody can enter, for what the database user could not
 * reach under root's own folders. Anything else found at its place is not trusted: programs that
 * are run from it must not have been put there by somebody else.
 */
export function sharedFolder(): string {
  for (const base of ['/var/lib', tmpdir()]) {
    const folder = join(base, 'tradesphere');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      const found = lstatSync(folder);
      if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) continue;
      chmodSync(folder, 0o755);
      return folder;
    } catch {
      // Read-only file system: the next place.
    }
  }
  throw new PlainError(
    'The database cannot run from a folder that only root can enter, and neither /var/lib nor ' +
      'the temporary folder takes its files; move TradeSphere elsewhere or set DATA_DIR.',
  );
}
