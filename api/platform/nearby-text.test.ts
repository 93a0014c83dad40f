import { expect, test } from 'vitest';
import { firstMatches, replaceSpans, textAfter, textBefore } from './nearby-text.ts';

test('the text around a place is cut to what is near', () => {
  const text = `${'a'.repeat(1_000)}|${'b'.repeat(1_000)}`;
  expect(textBefore(text, 1_000)).toBe('a'.repeat(300));
  expect(textAfter(text, 1_001)).toBe('b'.repeat(300));
  expect(textBefore('abc', 2)).toBe('ab');
  expect(textAfter('abc', 2)).toBe('c');
});

test('only the first matches are looked at', () => {
  const found = [...firstMatches('1 2 3 4', /\d/g, 2)].map(([digit]) => digit);
  expect(found).toEqual(['1', '2']);
});

test.each([
  [[], 'abcdef'],
  [
    [
      { start: 4, end: 6 },
      { start: 0, end: 1 },
    ],
    '*bcd**',
  ],
  [
    [
      { start: 1, end: 4 },
      { start: 2, end: 5 },
      { start: 2, end: 3 },
    ],
    'a****f',
  ],
])('spans %j give %s, in any order and overlapping', (spans, expected) => {
  expect(replaceSpans('abcdef', spans, (length) => '*'.repeat(length))).toBe(expected);
});
