import { join } from 'node:path';
import { stopLeftover } from '../db/embedded/cluster.ts';
import { removeDataFolder } from '../db/embedded/data-folder.ts';
import { scratchFolder } from '../db/embedded/scratch-folder.ts';
import { PlainError } from '../db/plain-error.ts';
import { build } from './build.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';
import { runNode } from './run-tool.ts';

const VITEST = inRoot('node_modules/vitest/vitest.mjs');
const REPORTERS = ['default', inRoot('scripts/test/slowest-reporter.ts')];

/** `npm test -- <path>` runs a part; only the whole is measured for coverage. */
function vitestArgs(paths: string[]): string[] {
  const reporters = REPORTERS.map((reporter) => `--reporter=${reporter}`);
  return [VITEST, 'run', ...reporters, ...(paths.length > 0 ? paths : ['--coverage'])];
}

async function runTests(paths: string[]): Promise<void> {
  const began = performance.now();
  const folder = scratchFolder('test');
  // Ctrl-C reaches vitest too; we stay to clean up behind it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {});
  try {
    console.log('Building what the tests run against …');
    await build();
    const env = { TEST_CLUSTER_DIR: join(folder, 'postgres') };
    const { code } = await runNode(vitestArgs(paths), { env, show: true });
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    if (code !== 0) throw new PlainError(`tests failed, after ${minutes} minutes.`);
    console.log(`\nAll tests passed in ${minutes} minutes.`);
  } finally {
    await stopLeftover(join(folder, 'postgres'));
    removeDataFolder(join(folder, 'postgres'));
    removeDataFolder(folder);
  }
}

await runCommand(() => runTests(process.argv.slice(2)));
