import { describe, expect, test } from 'vitest';
import { readSet, type SetAnswer, shown } from './testing/answer-sets.ts';

const PRICES = [
  'price-wordings',
  'more-price-wordings',
  'price-wordings-b',
  'price-wordings-by-class',
].flatMap(readSet);
const ORDINARY = [
  'ordinary-answers',
  'more-ordinary-answers',
  'ordinary-answers-b',
  'ordinary-answers-by-class',
].flatMap(readSet);
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

describe('error rates', () => {
  test('at least 98 % of the price wordings are held back', () => {
    expect(PRICES.length).toBeGreaterThanOrEqual(300);
    const leaked = PRICES.filter((one) =>
      one.secret.some((secret) => shown(one, 5).includes(secret)),
    );
    report('Price wordings that pass', leaked, PRICES);
    expect(rate(leaked, PRICES)).toBeLessThanOrEqual(0.02);
  });

  test('at most 1 % of the ordinary answers are changed', () => {
    expect(ORDINARY.length).toBeGreaterThanOrEqual(500);
    const touched = ORDINARY.filter((one) => shown(one, 5) !== one.answer);
    report('Ordinary answers that are changed', touched, ORDINARY);
    expect(rate(touched, ORDINARY)).toBeLessThanOrEqual(0.01);
  });

  test.each(LINES)('both sets have answers in %s', (language) => {
    for (const set of [PRICES, ORDINARY])
      expect(set.filter((one) => one.language === language).length).toBeGreaterThan(0);
  });
});

test.each([1, 2, 3, 7, 50, 10_000])('pieces of %i characters make no difference', (length) => {
  for (const one of [...PRICES, ...ORDINARY]) expect(shown(one, length)).toBe(shown(one, 5));
});
