const SHOWN = 10;

export interface TimedTest {
  file: string;
  name: string;
  ms: number;
}

/** The ten slowest tests, slowest first, a line each. */
export function slowestTests(tests: TimedTest[]): string {
  const slowest = tests.toSorted((a, b) => b.ms - a.ms).slice(0, SHOWN);
  const lines = slowest.map(
    ({ file, name, ms }) => `${String(Math.round(ms)).padStart(7)} ms  ${file} > ${name}`,
  );
  return ['Slowest tests:', ...lines].join('\n');
}
