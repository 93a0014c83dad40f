import { expect, test } from 'vitest';
import { fill, wait, wordsOf } from './strings.ts';

const [en, es] = [wordsOf('en-US'), wordsOf('es-MX')];

test('a language without words of its own gets English', () => {
  expect(wordsOf('fr')).toBe(en);
  expect(es).not.toBe(en);
});

test('every text has the same blanks in both languages, and none shouts', () => {
  for (const [key, text] of Object.entries(en)) {
    const other = es[key as keyof typeof es];
    expect(other.match(/\{\d\}/g)).toEqual(text.match(/\{\d\}/g));
    expect(text + other).not.toMatch(/[!¡]/);
  }
});

test('blanks are filled in their order', () => {
  expect(fill('{1} before {0}, {1}', 'b', 'a')).toBe('a before b, a');
});

test.each([
  [40, '40 s'],
  [89, '89 s'],
  [90, '2 min'],
  [3_600, '60 min'],
])('%i seconds are %s', (seconds, expected) => {
  expect(wait(seconds)).toBe(expected);
});
