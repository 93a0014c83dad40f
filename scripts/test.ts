import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftover } from '../db/embedded/cluster.ts';
import { removeDataFolder } from '../db/embedded/data-folder.ts';
import { scratchFolder } from '../db/embedded/scratch-folder.ts';
import { PlainError } from '../db/plain-error.ts';
import { build } from './build.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';
import { runNode } from './run-tool.ts';
import { slowestTests, type TimedTest } from './test/slowest.ts';

const VITEST = inRoot('node_modules/vitest/vitest.mjs');
const REPORTERS = ['default', inRoot('scripts/test/slowest-reporter.ts')];

/** What v8 counts, and what it does not reach or would slow down: see vitest.config.ts. */
const COVERED = ['--coverage', '--project=node', '--project=dom'];
const UNCOVERED = ['--project=uncovered', '--project=http', '--project=e2e'];

/** The runs of vitest: `npm test -- <path>` runs a part; only the whole is measured for coverage. */
function vitestRuns(paths: string[]): string[][] {
  const reporters = REPORTERS.map((reporter) => `--reporter=${reporter}`);
  const runs = paths.length > 0 ? [paths] : [COVERED, UNCOVERED];
  return runs.map((args) => [VITEST, 'run', ...reporters, ...args]);
}

function slowestOf(file: string): string {
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return slowestTests(lines.map((line): TimedTest => JSON.parse(line)));
}

async function runTests(paths: string[]): Promise<void> {
  const began = performance.now();
  const folder = scratchFolder('test');
  // Ctrl-C reaches vitest too; we stay to clean up behind it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {});
  try {
    console.log('Building what the tests run against …');
    await build();
    const timings = join(folder, 'timings.jsonl');
    const env = { TEST_CLUSTER_DIR: join(folder, 'postgres'), SLOWEST_TESTS: timings };
    let failed = false;
    for (const args of vitestRuns(paths)) {
      const { code } = await runNode(args, { env, show: true });
      failed ||= code !== 0;
    }
    console.log(`\n${slowestOf(timings)}`);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    if (failed) throw new PlainError(`tests failed, after ${minutes} minutes.`);
    console.log(`\nAll tests passed in ${minutes} minutes.`);
  } finally {
    await stopLeftover(join(folder, 'postgres'));
    removeDataFolder(join(folder, 'postgres'));
    removeDataFolder(folder);
  }
}

await runCommand(() => runTests(process.argv.slice(2)));
