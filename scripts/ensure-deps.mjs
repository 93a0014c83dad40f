// Runs before every npm script, on whatever Node the machine has (18 or newer): plain JavaScript,
// no dependencies, nothing newer than Node 18 knows. The scripts after it run on the Node that
// package-lock.json pins, because npm puts node_modules/.bin first on PATH.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stampFile = path.join(root, 'node_modules', '.deps-stamp');

function fail(message) {
  console.error(`TradeSphere: ${message}`);
  process.exit(1);
}

/** Says which dependencies are wanted here: the lock file on this kind of machine. */
function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
}

function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Has npm keep its downloads aside, until we end, where this user has no home to keep them in. */
function cacheAside() {
  if (canWrite(process.env.npm_config_cache || path.join(os.homedir(), '.npm'))) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tradesphere-npm-'));
  process.env.npm_config_cache = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/**
 * Runs npm under the given Node; where npm is no script of ours to run, as the system does.
 * Resolves to its exit code.
 */
function npm(node, args) {
  const script = process.env.npm_execpath;
  const viaNode = Boolean(script) && /\.[cm]?js$/.test(script);
  const env = { ...process.env };
  // What the outer npm says about this script would confuse the inner one.
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|command)/i.test(name)) delete env[name];
  }
  if (!viaNode) env.PATH = path.dirname(node) + path.delimiter + env.PATH;
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const all = [...args, ...quiet];
  const child = spawn(viaNode ? node : 'npm', viaNode ? [script, ...all] : all, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: !viaNode && process.platform === 'win32',
  });
  return endOf(child);
}

/**
 * npm goes on for a while after Ctrl-C, in the way of whoever starts again at once. Nothing of it is
 * needed then: without the stamp the next start installs anew.
 */
function endOf(child) {
  let asked = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, () => {
      asked = true;
      child.kill('SIGKILL');
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => fail(`npm could not be run (${error.message}).`));
    child.once('close', (status) => (asked ? process.exit(130) : resolve(status)));
  });
}

/** Where npm put the pinned Node, or null where it has none for this kind of machine. */
function pinnedNode() {
  const bin = path.join(root, 'node_modules', '.bin');
  for (const name of ['node', 'node.cmd']) {
    if (existsSync(path.join(bin, name))) return path.join(bin, name);
  }
  return null;
}

async function install() {
  if ((await npm(process.execPath, ['ci'])) !== 0)
    fail('npm ci failed; its own words above say why.');
  const node = pinnedNode();
  if (!node) fail(`there is no pinned Node for ${process.platform} ${process.arch}.`);
  // npm leaves out optional packages (the browser for tests) that do not want the Node it runs on:
  // once more on the pinned one. Without them everything but the browser tests works.
  const pinned = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout;
  if (process.platform === 'win32' || String(pinned).trim() === process.version) return;
  const again = await npm(realpathSync(node), ['install', '--no-save', '--prefer-offline']);
  if (again !== 0) console.error('Some optional packages are missing; going on without.');
}

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Node 18 or newer is needed to begin with; this is ${process.version}.`);
}
const wanted = wantedStamp();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  console.log('Installing dependencies (npm ci); only the first time and when they changed …');
  rmSync(stampFile, { force: true });
  cacheAside();
  await install();
  writeFileSync(stampFile, wanted);
}
