import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasEnded } from '../db/embedded/processes.ts';
import { inRoot } from './root.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-deps-'));
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'node_modules'));
  copyFileSync(inRoot('scripts/ensure-deps.mjs'), join(folder, 'scripts/ensure-deps.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const stamp = () => join(folder, 'node_modules', '.deps-stamp');

/** Runs the script of the folder with `script` in npm's place. */
function ensureDeps(script: string, env: Record<string, string> = {}): ChildProcess {
  const npm = join(folder, 'npm.cjs');
  writeFileSync(npm, script);
  return spawn(process.execPath, [join(folder, 'scripts/ensure-deps.mjs')], {
    env: { ...process.env, npm_execpath: npm, ...env },
    stdio: 'ignore',
  });
}

const INSTALL = `
  const { mkdirSync, symlinkSync, writeFileSync } = require('node:fs');
  mkdirSync('node_modules/.bin', { recursive: true });
  symlinkSync(process.execPath, 'node_modules/.bin/node');
  writeFileSync('cache', process.env.npm_config_cache);`;

test('an interrupted install ends npm too, and counts as none', async () => {
  writeFileSync(stamp(), 'of another lock file');
  const run = ensureDeps(`
    process.on('SIGINT', () => {});
    require('node:fs').writeFileSync('pid', String(process.pid));
    setInterval(() => {}, 1000);`);
  const pid = () => Number(existsSync(join(folder, 'pid')) && readFileSync(join(folder, 'pid')));
  await expect.poll(pid, { timeout: 10_000 }).toBeGreaterThan(0);
  run.kill('SIGINT');
  const [code] = await once(run, 'exit');
  expect(code).toBe(130);
  expect(await hasEnded(pid(), 5_000)).toBe(true);
  expect(existsSync(stamp())).toBe(false);
});

test('who has no home keeps the downloads in a folder that goes again', async () => {
  const nowhere = join(folder, 'package-lock.json', 'cache');
  const [code] = await once(ensureDeps(INSTALL, { npm_config_cache: nowhere }), 'exit');
  expect(code).toBe(0);
  const used = readFileSync(join(folder, 'cache'), 'utf8');
  expect(used).toContain('tradesphere-npm-');
  expect(existsSync(used)).toBe(false);
});

test('what was installed is not installed again until the lock file changes', async () => {
  const cache = { npm_config_cache: folder };
  await once(ensureDeps(INSTALL, cache), 'exit');
  rmSync(join(folder, 'cache'));
  await once(ensureDeps('process.exit(1)', cache), 'exit');
  expect(existsSync(join(folder, 'cache'))).toBe(false);
  writeFileSync(join(folder, 'package-lock.json'), '{"changed":true}');
  const [code] = await once(ensureDeps('process.exit(1)', cache), 'exit');
  expect(code).toBe(1);
});
