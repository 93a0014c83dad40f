import { expect, test } from 'vitest';
import { slowestTests } from './slowest.ts';

const timed = (ms: number) => ({ file: `f${ms}.test.ts`, name: `takes ${ms}`, ms });

test('ten tests are listed, slowest first, with file and milliseconds', () => {
  const tests = [3, 12_345.6, 1, 7, 2, 11, 5, 4, 9, 8, 6, 10].map(timed);
  const lines = slowestTests(tests).split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[1]).toBe('  12346 ms  f12345.6.test.ts > takes 12345.6');
  expect(lines.at(-1)).toBe('      3 ms  f3.test.ts > takes 3');
});

test('fewer than ten are all listed, and the given list stays as it is', () => {
  const tests = [timed(1), timed(2)];
  expect(slowestTests(tests).split('\n')).toHaveLength(3);
  expect(tests.map(({ ms }) => ms)).toEqual([1, 2]);
});
