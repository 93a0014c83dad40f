import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { slowestTests } from './slowest.ts';

/** Prints the slowest tests below vitest's own summary, or notes all in the file that SLOWEST_TESTS names. */
export default class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        file: module.relativeModuleId,
        name: test.fullName,
        ms: test.diagnostic()?.duration ?? 0,
      })),
    );
    if (tests.length === 0) return;
    const { SLOWEST_TESTS } = process.env;
    if (SLOWEST_TESTS)
      appendFileSync(SLOWEST_TESTS, tests.map((test) => `${JSON.stringify(test)}\n`).join(''));
    else console.log(`\n${slowestTests(tests)}`);
  }
}
