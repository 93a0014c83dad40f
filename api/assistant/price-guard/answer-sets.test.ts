import { describe, expect, test } from 'vitest';
import { readSet, type SetAnswer, shown } from './testing/answer-sets.ts';

/**
 * Pairs written without reading the guard, and `by-class`: variations written along with its rules, which say
 * less of how it fares with wordings that it has never seen.
 */
const SETS = [
  ['price-wordings', 'ordinary-answers'],
  ['more-price-wordings', 'more-ordinary-answers'],
  ['price-wordings-b', 'ordinary-answers-b'],
  ['price-wordings-by-class', 'ordinary-answers-by-class'],
  ['price-wordings-c', 'ordinary-answers-c'],
  ['price-wordings-d', 'ordinary-answers-d'],
] as const;
const PRICES = SETS.flatMap(([prices]) => readSet(prices));
const ORDINARY = SETS.flatMap(([, ordinary]) => readSet(ordinary));
const LINES = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'ar',
  'hi',
  'zh',
  'ja',
  'ko',
  'vi',
  'tl',
  'he',
];

const rate = (part: unknown[], whole: unknown[]) => part.length / whole.length;
const report = (what: string, part: SetAnswer[], whole: SetAnswer[]) =>
  console.log(
    `${what}: ${part.length} of ${whole.length} (${(100 * rate(part, whole)).toFixed(2)} %)\n${part.map((one) => `  ${one.id} ${JSON.stringify(one.answer)} → ${JSON.stringify(shown(one, 5))}`).join('\n')}`,
  );

describe.each(SETS)('error rates on %s and %s', (prices, ordinary) => {
  test('at least 98 % of the price wordings are held back', () => {
    const set = readSet(prices);
    const leaked = set.filter((one) => one.secret.some((secret) => shown(one, 5).includes(secret)));
    report('Price wordings that pass', leaked, set);
    expect(rate(leaked, set)).toBeLessThanOrEqual(0.02);
  });

  test('at most 1 % of the ordinary answers are changed', () => {
    const set = readSet(ordinary);
    const touched = set.filter((one) => shown(one, 5) !== one.answer);
    report('Ordinary answers that are changed', touched, set);
    expect(rate(touched, set)).toBeLessThanOrEqual(0.01);
  });
});

describe('the sets', () => {
  test('are large', () => {
    expect(PRICES.length).toBeGreaterThanOrEqual(300);
    expect(ORDINARY.length).toBeGreaterThanOrEqual(500);
  });

  test.each(LINES)('both sets have answers in %s', (language) => {
    for (const set of [PRICES, ORDINARY])
      expect(set.filter((one) => one.language === language).length).toBeGreaterThan(0);
  });
});

test.each([1, 2, 3, 7, 50, 10_000])('pieces of %i characters make no difference', (length) => {
  for (const one of [...PRICES, ...ORDINARY]) expect(shown(one, length)).toBe(shown(one, 5));
});
