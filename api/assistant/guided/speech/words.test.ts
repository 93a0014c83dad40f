import { describe, expect, it } from 'vitest';
import { makeQuote } from '../testing/chat.ts';
import { FACTS, FACTS_ES } from '../testing/demo-facts.ts';
import { speakQuote } from './speak-quotes.ts';
import { money, size } from './words.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

describe('amounts', () => {
  it.each([
    [247500, 'USD', FACTS, '$2,475.00'],
    [247500, 'USD', FACTS_ES, '$2,475.00'],
    [5, 'USD', FACTS, '$0.05'],
    [9007199254740991, 'USD', FACTS, '$90,071,992,547,409.91'],
    [1200, 'JPY', FACTS, '¥1,200'],
    [247500, 'GBP', { ...FACTS, country: 'GB' }, '£2,475.00'],
    [247500, 'USD', { ...FACTS, country: '' }, '$2,475.00'],
  ])('%d %s', (minor, currency, facts, text) => {
    expect(money(minor, currency, facts)).toBe(text);
  });

  it('come from the quote alone, its range too', () => {
    const quote = {
      ...makeQuote('mulch', { area: '1000' }, FACTS, 1),
      range: { low: 80000, high: 90050 },
      tax: 100,
    };
    expect(speakQuote(quote, false, { area: '800' }, FACTS)).toBe(
      'Mulch, 1,000 sq ft, 3 in deep: **$850.00**. You said 800 sq ft to 1,000 sq ft, so I used the larger. ' +
        'That includes materials, labor, and tax; the card lists every line. Depending on the site, expect between $800.00 and $900.50.',
    );
  });
});

it('writes sizes with their unit', () => {
  expect(size('1200.5', 'sq_ft', FACTS)).toBe('1,200.5 sq ft');
  expect(size('3', 'each', FACTS)).toBe('3');
});

it('keeps a calm tone in both languages', () => {
  for (const words of [en, es]) {
    for (const phrase of Object.values(words)) {
      const text =
        typeof phrase === 'function' ? phrase('a', 'b', 'c', 'd') : JSON.stringify(phrase);
      expect(text).not.toMatch(/!|AI\b|\bmodel\b/);
    }
  }
});
