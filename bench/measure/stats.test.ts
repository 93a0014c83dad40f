import { expect, test } from 'vitest';
import { median, percentile } from './stats.ts';

const oneToHundred = Array.from({ length: 100 }, (_, i) => 100 - i);

test.each([
  [0, 1],
  [0.5, 50],
  [0.99, 99],
  [1, 100],
])('the percentile %d of 1 to 100 is %d', (share, value) => {
  expect(percentile(oneToHundred, share)).toBe(value);
});

test('a single value is every percentile of itself', () => {
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([7], 0.99)).toBe(7);
});

test('of few values the 99th percentile is the largest', () => {
  expect(percentile([3, 1, 2], 0.99)).toBe(3);
});

test('numbers are sorted as numbers', () => {
  expect(median([9, 100, 10])).toBe(10);
});

test('no values have no percentile', () => {
  expect(median([])).toBeNaN();
});
