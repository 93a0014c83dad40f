import type { Reporter, TestModule } from 'vitest/node';
import { slowestTests } from './slowest.ts';

/** Prints the slowest tests below vitest's own summary. */
export default class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        file: module.relativeModuleId,
        name: test.fullName,
        ms: test.diagnostic()?.duration ?? 0,
      })),
    );
    if (tests.length > 0) console.log(`\n${slowestTests(tests)}`);
  }
}
