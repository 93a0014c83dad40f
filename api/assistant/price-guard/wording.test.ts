import { describe, expect, test } from 'vitest';
import { FACTS } from './testing/company.ts';
import { guarded, INVITATION, quote } from './testing/values.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

describe('the invitation', () => {
  test.each([
    [
      'A deposit of $500.',
      'A deposit of an amount I can price exactly for you (just tell me the size).',
    ],
    ['There is a $500 deposit.', 'There is a yet-to-be-priced deposit.'],
    ['There is an $800 fee.', 'There is an as-yet-unpriced fee.'],
    ['It is a five hundred dollar deposit.', 'It is a yet-to-be-priced deposit.'],
    [
      'The $4,500 includes labor.',
      'The sum I can price exactly for you (just tell me the size) includes labor.',
    ],
    ['Your $4,500 total.', 'Your yet-to-be-priced total.'],
    [
      'Between $8,000 and $10,000.',
      'Between a low and a high end I can price exactly for you (just tell me the size).',
    ],
    [
      'From $8 to $9.',
      'From a low to a high end I can price exactly for you (just tell me the size).',
    ],
    [
      '- Work: $500\n- Total: **$900**',
      `- Work: ${INVITATION}\n- Total: **an amount I would have to price first**`,
    ],
    [
      'We waive the delivery fee.',
      'We can work out an exact price for you (just tell me the size).',
    ],
    [
      'A third of the cost is due first.',
      'A price I can work out exactly for you (just tell me the size) is due first.',
    ],
    [
      'Cedar costs the same.',
      'Cedar is something I can price exactly for you (just tell me the size).',
    ],
    [
      'El total sería de $500.',
      'El total sería de un importe que puedo calcularle con exactitud (solo dígame el tamaño).',
    ],
    [
      'Cuesta entre $500 y $900 en total.',
      'Cuesta entre un mínimo y un máximo que puedo calcularle con exactitud (solo dígame el tamaño) en total.',
    ],
  ])('fits into: %s', (said, sent) => {
    expect(guarded(said).text).toBe(sent);
  });

  test.each([
    ['Would $4,000 do?', 'Totally doable. How big is it?'],
    ['Is it under 10k?', 'Well under that! How big is it?'],
  ])('stands for a whole sentence that accepts an amount: %s', (asked, said) => {
    expect(guarded(said, { visitor: [extractVisitorNumbers(asked)] }).text).toBe(
      'I can price that exactly for you: just tell me the size. How big is it?',
    );
  });

  test.each([
    ['Milyen kerítés?', 'Háromezer dollár lesz. Milyen hosszú?'],
    ['Kuinka paljon?', 'Käynti on ilmainen. Kuinka pitkä?'],
  ])('stands for a whole sentence of a language that is not listed: %s', (asked, said) => {
    expect(guarded(said, { visitor: [extractVisitorNumbers(asked)] }).text).toBe(
      `I can price that exactly for you: just tell me the size. ${said.split('. ')[1]}`,
    );
  });

  test('does not ask for a size that was quoted already', () => {
    expect(guarded('With a discount, $2,000.', { quotes: [quote] }).text).toBe(
      'With a discount, an amount I would have to price first (just ask me for a quote).',
    );
  });

  test('is in the site’s language where the answer does not show one', () => {
    expect(guarded('$500', { facts: { ...FACTS, locale: 'es' } }).text).toMatch(
      /^un importe que puedo/,
    );
  });
});
