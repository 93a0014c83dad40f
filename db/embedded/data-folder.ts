import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PlainError } from '../plain-error.ts';
import { binaryPath } from './binaries.ts';
import { canReach, type OsUser, sharedFolder } from './os-user.ts';

/** Passwords even on the loopback: other users and programs of this machine can connect there. */
const HBA = 'host all postgres,tradesphere_owner,tradesphere_app 127.0.0.1/32 scram-sha-256\n';

/** Where the cluster's files are, and the superuser's password. */
export interface DataFolder {
  path: string;
  password: string;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * The cluster's own folder: `data` in the given one, or, where the database user cannot get there
 * (root's home), a folder in a shared place that `data` links to.
 */
function placeOf(folder: string, user: OsUser): string {
  const data = join(folder, 'data');
  if (isLink(data)) {
    if (existsSync(data)) return realpathSync(data);
    const gone = readlinkSync(data);
    rmSync(data);
    console.log(`The database's files in ${gone} are gone; starting with an empty one.`);
  }
  if (canReach(folder, user)) return join(realpathSync(folder), 'data');
  return join(sharedFolder(), `data-${randomBytes(6).toString('hex')}`);
}

function initdbFailure(output: string): Error {
  if (!/could not look up effective user/.test(output)) return new Error(`initdb: ${output}`);
  return new PlainError(
    'Postgres wants its user to have a name, and this one (a number only) is not in /etc/passwd; ' +
      'add it there, start TradeSphere as another user, or set DATABASE_URL.',
  );
}

/** What the initdb of a killed start left; where it still runs, it fails on a folder that is gone. */
function removeUnfinished(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.new`)) continue;
    rmSync(join(dirname(path), name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** @throws an error with what initdb wrote */
async function runInitdb(args: string[], user: OsUser): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C' };
  // A group of its own: Ctrl-C at the terminal is for the runner, which stops when this is done.
  const child = spawn(binaryPath('initdb', user), args, { ...user, cwd: '/', env, detached: true });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, stderr, stdout] = await Promise.all([ended, text(child.stderr), text(child.stdout)]);
  if (code !== 0) throw initdbFailure(`${stderr}${stdout}`);
}

/** initdb next to the final place, then a rename: a cluster is there whole or not at all. */
async function create(path: string, passwordFile: string, user: OsUser): Promise<void> {
  removeUnfinished(path);
  const unfinished = `${path}.new-${randomBytes(6).toString('hex')}`;
  mkdirSync(unfinished, { mode: 0o700 });
  const readable = `${unfinished}.password`;
  writeFileSync(readable, readFileSync(passwordFile), { mode: 0o600 });
  if (user) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(readable, user.uid, user.gid);
  }
  const args = ['-D', unfinished, '-U', 'postgres', `--pwfile=${readable}`, '--no-sync'];
  args.push('-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C');
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  await runInitdb(args, user).finally(() => rmSync(readable));
  renameSync(unfinished, path);
}

/** Makes the cluster's files in `folder` when they are not there yet. */
export async function dataFolder(folder: string, user: OsUser): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true });
  const passwordFile = join(folder, 'superuser-password');
  const path = placeOf(folder, user);
  if (!existsSync(join(path, 'PG_VERSION'))) {
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    await create(path, passwordFile, user);
    if (path !== join(realpathSync(folder), 'data')) symlinkSync(path, join(folder, 'data'));
  }
  writeFileSync(join(path, 'pg_hba.conf'), HBA); // folders of an earlier version trusted our roles
  return { path, password: readFileSync(passwordFile, 'utf8') };
}

/** Removes the files of a cluster that does not run, wherever they are. */
export function removeDataFolder(folder: string): void {
  const data = join(folder, 'data');
  if (existsSync(data)) rmSync(realpathSync(data), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
