import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuoteView } from '../../calculator/views.ts';
import { createPriceGuard, type PriceGuardOptions } from './price-guard.ts';

const quote: QuoteView = {
  id: 'q',
  number: 'Q-1001',
  service: 'pavers',
  title: 'Paver patio',
  inputs: {},
  currency: 'USD',
  lines: [
    {
      kind: 'material',
      label: 'Pavers',
      quantity: '550',
      unit: 'sq ft',
      unit_price: 450,
      amount: 247_500,
    },
    {
      kind: 'discount',
      label: 'Spring',
      quantity: '1',
      unit: 'each',
      unit_price: -5_000,
      amount: -5_000,
    },
  ],
  subtotal: 242_500,
  tax: 20_006,
  total: 262_506,
  range: { low: 250_000, high: 300_000 },
  waterfall: [{ label: 'Pavers', amount: 247_500, running_total: 247_500 }],
  config_version: 1,
  valid_until: '2026-12-21',
  created_at: '2026-11-21T00:00:00Z',
};

const INVITATION = 'an amount I can price exactly for you (just tell me the size)';

function guardOf(options: Partial<PriceGuardOptions> = {}) {
  return createPriceGuard({
    quotes: [],
    visitorTexts: [],
    currency: 'USD',
    locale: 'en',
    ...options,
  });
}

function guarded(pieces: string | string[], options: Partial<PriceGuardOptions> = {}) {
  const guard = guardOf(options);
  const sent = [pieces].flat().map((piece) => guard.push(piece));
  return { text: sent.join('') + guard.flush(), withheld: guard.withheld.map(({ text }) => text) };
}

const MADE_UP = [
  ...[
    '$12,500',
    '$12.50',
    '$ 900',
    '$12k',
    '$5m',
    '$0',
    '$1 200',
    '$1,200.50',
    '$4,500+',
    '$12/sq ft',
  ],
  ...['1,200 dollars', '1200$', '4500 bucks', '500 US dollars', '75¢', '50 cents', '12k', '12K'],
  ...[
    'USD 1200',
    'usd 1200',
    '1200 USD',
    'USD$ 900',
    'US$ 900',
    'US$900',
    '1.200 €',
    '€1.200',
    '£99',
    'AUD 500',
  ],
  ...['twelve hundred dollars', 'two thousand five hundred dollars', 'five grand', 'ten bucks'],
  ...['half a million dollars', 'two and a half thousand dollars', 'Twenty-five hundred dollars'],
  ...['doce mil dólares', 'dos mil quinientos pesos', 'mil dólares', 'unos $500', '1,200 dólares'],
  ...[
    '$5-7',
    '$5 to 7',
    '5 to 7 dollars',
    '8 or 10 thousand dollars',
    '$8,000–$10,000',
    '12K–15K',
    '5-7k',
  ],
  ...['$**1,200**', '1,200** dollars', '$`1,200`', '$\\1,200'],
  ...[
    '＄１，２００',
    '$1\u200b2,500',
    '$1,2\u00ad00',
    '$1\u{e0041}200',
    '٣٥٠ dollars',
    '𝟏𝟐𝟎𝟎 dollars',
  ],
];

describe('an amount nobody quoted', () => {
  test.each(MADE_UP)('%s is replaced by an invitation', (amount) => {
    const { text, withheld } = guarded(`Well, ${amount}, more or less.`);
    expect(text).toMatch(
      /^Well, (an amount|a range) I can price exactly for you \(just tell me the size\), more or less\.$/,
    );
    expect(withheld).toHaveLength(1);
  });

  test('does not pass in pieces', () => {
    expect(guarded(['That is $1', '2,50', '0 all in.'])).toEqual({
      text: `That is ${INVITATION} all in.`,
      withheld: ['$12,500'],
    });
    expect(guarded(['twel', 've hun', 'dred', ' dol', 'lars']).withheld).toEqual([
      'twelve hundred dollars',
    ]);
  });

  test.each([
    'It would cost about 4,500 for that.',
    'That costs around twelve thousand.',
    'Price: 4,500',
    'We charge 12 a square foot',
    'The total comes to 4,500.',
    'You are looking at 4,500 or so.',
    'Cuesta unos 4,500 para todo.',
    'So 2,475.00, then.',
    'It costs between 4,000 and 5,000.',
    'Yours for a grand.',
  ])('%s is money without a sign', (said) => {
    expect(guarded(said).withheld).toHaveLength(1);
  });
});

describe('what is no amount of money', () => {
  test.each([
    ...[
      'A 20x25 patio',
      '20 by 25 ft',
      '500 sq ft',
      '12k sq ft',
      'two thousand square feet',
      '3 inches deep',
    ],
    ...[
      '100 linear feet',
      '4x4 posts',
      '9.26 cubic yards',
      '26 ft² of it',
      '6 mil plastic',
      '5 pounds',
    ],
    ...[
      'In 2024 we moved',
      'since 1998.',
      'on 12/05/2024',
      'until 2026-12-01',
      'Prices from 2024 on.',
    ],
    ...[
      '555-123-4567',
      '(555) 123-4567',
      '+1 555 123 4567',
      'Zip 90210',
      '1200 Grand Avenue',
      '1200 Buck Rd',
    ],
    ...[
      '10% off',
      'a hundred percent',
      '24/7',
      'B2B',
      'at 8 am',
      'Monday to Friday, 8 to 5',
      '5 stars',
    ],
    ...[
      'Quote #1001',
      'quote Q-1001',
      'licence 998877',
      'once I know',
      'one of our team',
      'half of it',
    ],
    ...[
      'over 12k happy customers',
      '3000K lamps',
      'a grand design',
      'It costs nothing',
      '2 to 3 weeks',
    ],
    ...[
      'The estimate takes 2 days',
      'The quote is valid for 30 days',
      'The total area is 500 sq ft',
    ],
    ...[
      '👨‍👩‍👧 welcome',
      'Señor, ¿qué tal?',
      'ten panels',
      'The 500 sq ft cost depends on depth',
      'US law',
    ],
  ])('%s passes', (said) => {
    expect(guarded(said)).toEqual({ text: said, withheld: [] });
  });
});

describe('an amount that may be said', () => {
  test.each([
    ...['$2,475', '$2,475.00', '2475 dollars', 'USD 2,475', '$2.475,00', '2.475k'],
    ...[
      '$4.50',
      '$2,425',
      '$200.06',
      '$2,625.06',
      '$50',
      '$2,500 to $3,000',
      '$2,500-3,000',
      '$2.5k',
    ],
    ...['between $2,500 and $3,000', 'two thousand five hundred dollars', '4 dollars 50'],
  ])('%s is in the quote', (amount) => {
    expect(
      guarded(`So ${amount} it is.`, { quotes: [quote] }).withheld.filter((t) => t !== '4 dollars'),
    ).toEqual([]);
  });

  test.each([
    '$2,476',
    '$2,626',
    '$247,500',
    '$2,500 to $3,500',
    '2,475 €',
    '$2,600',
    '24.75 dollars',
  ])('%s is not', (amount) => {
    expect(guarded(`So ${amount} it is.`, { quotes: [quote] }).withheld).toHaveLength(1);
  });

  test('as soon as its quote is made, and not before', () => {
    const guard = guardOf();
    expect(guard.push('First $2,475 and ')).not.toContain('2,475');
    guard.allow(quote);
    expect(guard.push('now $2,475, ok')).toContain('$2,475');
  });

  test.each([
    ['my budget is 5000', '$5,000'],
    ['Somebody quoted me $3,200 for it', '3200 dollars'],
    ['can you do it for 4k?', '$4,000'],
    ['I can pay four thousand dollars', '$4,000'],
    ['mi presupuesto es de 5000', '$5,000'],
  ])('the visitor said: %s', (visitor, amount) => {
    expect(guarded(`With ${amount} we start.`, { visitorTexts: [visitor] }).withheld).toEqual([]);
  });

  test.each([
    ['500 sq ft patio', '$500'],
    ['price for 20 by 25?', '$20'],
    ['what does a 20x250 cost', '$250'],
    ['I live at 1200 Oak Street', '$1,200'],
    ['my budget is 5000', '$5,001'],
    ['the cost? call me at 5551234567', '$5,551,234,567'],
  ])('a size or a number is not a budget: %s', (visitor, amount) => {
    expect(guarded(`With ${amount} we start.`, { visitorTexts: [visitor] }).withheld).toHaveLength(
      1,
    );
  });
});

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

  test('does not ask for a size that was quoted already', () => {
    expect(guarded('With a discount, $2,000.', { quotes: [quote] }).text).toBe(
      'With a discount, an amount I would have to price first (just ask me for a quote).',
    );
  });

  test('is in the site’s language where the answer does not show one', () => {
    expect(guarded('$500', { locale: 'es' }).text).toMatch(/^un importe que puedo/);
  });
});

describe('the delay', () => {
  test('text that can be no amount passes at once, piece by piece', () => {
    const guard = guardOf();
    const pieces = [
      'Thanks',
      '!',
      ' We',
      ' can',
      ' build',
      ' a',
      ' patio',
      ' with',
      ' pavers',
      ',\n',
      ' Ana',
      '.',
    ];
    expect(pieces.map((piece) => guard.push(piece))).toEqual(pieces);
  });

  test('a size is held until its unit begins', () => {
    const guard = guardOf();
    expect(guard.push('A 20')).toBe('A ');
    expect(guard.push('x25')).toBe('20x25');
    expect(guard.push(' or 500')).toBe(' or ');
    expect(guard.push(' sq')).toBe('');
    expect(guard.push(' ft')).toBe('500 sq ft');
  });

  test('a word that may begin a number is held until it does not', () => {
    const guard = guardOf();
    expect(guard.push('for')).toBe('');
    expect(guard.push(' you')).toBe('for you');
    expect(guard.push(' twelve')).toBe(' ');
    expect(guard.push(' sturdy')).toBe('twelve sturdy');
  });

  test('an endless number is held no longer than a number can be', () => {
    const guard = guardOf();
    const sent = Array.from({ length: 500 }, () => guard.push('one ')).join('');
    expect(sent.length).toBeGreaterThan(1_000);
  });
});

describe('however the text is cut', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      ...MADE_UP,
      '20x25',
      ' 500 sq ft',
      '$2,475',
      ' to ',
      ' and ',
      'between ',
      ' a ',
      '.',
      '\n- ',
    ),
    fc.constantFrom(
      'costs ',
      'the total is ',
      'for ',
      'twelve ',
      '12',
      ',',
      '$',
      'k',
      ' ',
      '**',
      '👍🏽',
      'US',
      '1,',
    ),
    fc.string({ maxLength: 4 }),
  );
  const answer = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''));
  const cuts = fc.array(fc.nat(6), { maxLength: 60 });

  const cut = (text: string, lengths: number[]): string[] => {
    let at = 0;
    const pieces = lengths.map((length) => text.slice(at, (at += length)));
    return [...pieces, text.slice(at)];
  };

  test('the same comes out', () => {
    fc.assert(
      fc.property(answer, cuts, (text, lengths) => {
        const options = { quotes: [quote], visitorTexts: ['my budget is 900'] };
        expect(guarded(cut(text, lengths), options)).toEqual(guarded(text, options));
      }),
      { numRuns: 2_000 },
    );
  });

  test('no amount that nobody quoted comes through', () => {
    const words = fc.array(
      fc.constantFrom('It', 'is', 'about', 'for', 'all', 'of', 'one', 'patio,'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...MADE_UP),
        words,
        words,
        cuts,
        (amount, left, right, lengths) => {
          const text = `${left.join(' ')} ${amount}, ${right.join(' ')}`;
          const first = guarded(cut(text, lengths));
          expect(first.withheld.length).toBeGreaterThanOrEqual(1);
          expect(first.text).not.toContain(amount);
          expect(guarded(first.text).withheld).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('text without figures, money and number words is never changed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-lp-rv-z ,.!?*\n-]{0,80}$/), cuts, (text, lengths) => {
        expect(guarded(cut(text, lengths))).toEqual({ text, withheld: [] });
      }),
    );
  });
});
