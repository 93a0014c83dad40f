import { expect, test } from 'vitest';
import { benchArguments } from './arguments.ts';

test('without arguments everything is measured', () => {
  expect(benchArguments([])).toEqual({
    levels: [1, 10, 50, 200],
    paced: true,
    staff: true,
    rounds: 3,
    windowMs: 15_000,
  });
});

test('named parts only, with rounds of another length', () => {
  const some = benchArguments(['10', '50', '--rounds', '2', '--seconds', '5']);
  expect(some).toMatchObject({ levels: [10, 50], paced: false, staff: false });
  expect(some).toMatchObject({ rounds: 2, windowMs: 5_000 });
  expect(benchArguments(['1000'])).toMatchObject({ levels: [], paced: true, staff: false });
  expect(benchArguments(['staff'])).toMatchObject({ levels: [], paced: false, staff: true });
});

test('anything else is refused with a sentence', () => {
  expect(() => benchArguments(['many'])).toThrow('not a whole number');
});
