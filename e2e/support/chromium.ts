import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../../db/plain-error.ts';
import { inRoot } from '../../scripts/root.ts';
import { runNode } from '../../scripts/run-tool.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const UNPACKED = inRoot('node_modules', '.cache', 'chromium');

/** A browser, and what it needs in its environment. */
export interface BrowserProgram {
  path: string;
  env: Record<string, string>;
}

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, MAC].find((path) => existsSync(path)) ?? null;
}

/** Which shared libraries the system lacks for the program. */
function lacksLibraries(program: string): boolean {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return (stdout ?? '').includes('not found');
}

/**
 * Unpacks the browser out of npm, once: aside and then renamed, because an interrupted unpacking
 * would otherwise be taken for a browser. The package unpacks into the temporary folder, and its
 * own libraries only for AWS: hence the environment.
 */
async function unpack(): Promise<void> {
  if (existsSync(UNPACKED)) return;
  const aside = `${UNPACKED}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  const env = { TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const result = await runNode(['-e', script], { env });
  if (result.code !== 0) throw new PlainError(`Chromium was not unpacked: ${result.output}`);
  if (!existsSync(UNPACKED)) renameSync(aside, UNPACKED);
  rmSync(aside, { recursive: true, force: true });
}

async function fromNpm(): Promise<BrowserProgram | null> {
  if (!existsSync(inRoot('node_modules/@sparticuz/chromium'))) return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  await unpack();
  const path = join(UNPACKED, 'chromium');
  const env: Record<string, string> = {};
  if (lacksLibraries(path)) env.LD_LIBRARY_PATH = join(UNPACKED, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(UNPACKED, 'fonts');
  return { path, env };
}

/**
 * The browser for journeys: CHROME_PATH, an installed one, the one out of npm. Null leaves it to
 * playwright to look for Chrome.
 */
export async function findChromium(): Promise<BrowserProgram | null> {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new PlainError(`CHROME_PATH (${named}) does not exist.`);
  const path = named ?? installed();
  return path ? { path, env: {} } : fromNpm();
}
