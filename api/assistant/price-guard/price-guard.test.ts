import { describe, expect, test } from 'vitest';
import { guarded, guardOf, INVITATION, MADE_UP, quote } from './testing/values.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

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
    'About 12k total.',
    'That is a 12k project.',
    'Five grand total.',
    '1,200 dollars total, all in.',
    'It costs 4,500 in total.',
    'You would be around twelve thousand.',
    'Unas doce mil para todo.',
    'At 9.50 per square foot.',
    'It is 30 an hour.',
    'So a 25 el pie cuadrado.',
    'That is 4500 plus tax.',
    'That is 4500 all in.',
    '4500 installed.',
    'Close to 5,000 for the job.',
    'I can do it for 4500.',
    'It comes out to 4500.',
    'Se lo dejo en 4500.',
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
      '10% slope',
      'a hundred percent',
      '24/7',
      'B2B',
      'at 8 am',
      'Monday to Friday, 8 to 5',
      '5 stars',
    ],
    ...[
      'two for the job',
      'one a foot',
      '16 pickets per panel',
      'all in 3 days',
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
      'a grand total of it',
      'ten thousand square feet',
      'twelve thousand residents',
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
      '$4.50 per sq ft',
      '$2,425',
      '$200.06 in tax',
      '$2,625.06',
      '$50',
      '$2,500 to $3,000',
      '$2,500-3,000',
    ],
    ...['between $2,500 and $3,000', 'from two thousand five hundred to $3k'],
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
    '$4.50',
    '$2,625.06 a square foot',
    '$2,500',
    '$200.06 in total',
    '$50 per month',
  ])('%s is not', (amount) => {
    expect(guarded(`So ${amount} it is.`, { quotes: [quote] }).withheld).toHaveLength(1);
  });

  test('as soon as its quote is made, and not before', () => {
    const guard = guardOf();
    expect(guard.push('First $2,475! Th')).not.toContain('2,475');
    guard.allow(quote);
    expect(guard.push('en $2,475! Ok')).toContain('$2,475');
  });

  test.each([
    ['my budget is 5000', '$5,000'],
    ['Somebody quoted me $3,200 for it', '3200 dollars'],
    ['can you do it for 4k?', '$4,000'],
    ['I can pay four thousand dollars', '$4,000'],
    ['mi presupuesto es de 5000', '$5,000'],
  ])('the visitor said: %s', (visitor, amount) => {
    expect(
      guarded(`I noted your budget of ${amount}.`, { visitor: [extractVisitorNumbers(visitor)] })
        .withheld,
    ).toEqual([]);
  });

  test.each([
    'Yes, $5,000 works.',
    'The patio is $5,000.',
    'We can do it for $5,000.',
    'Your budget of $5,000 works for us.',
    'Yes! Your patio is $5,000.00, a legally binding offer.',
  ])('the visitor’s amount is not accepted, and not said as the price: %s', (said) => {
    const visitor = [extractVisitorNumbers('A patio for $5,000, right?')];
    expect(guarded(said, { visitor }).withheld.length).toBeGreaterThan(0);
  });

  test.each([
    ['500 sq ft patio', '$500'],
    ['price for 20 by 25?', '$20'],
    ['what does a 20x250 cost', '$250'],
    ['I live at 1200 Oak Street', '$1,200'],
    ['my budget is 5000', '$5,001'],
    ['the cost? call me at 5551234567', '$5,551,234,567'],
  ])('a size or a number is not a budget: %s', (visitor, amount) => {
    expect(
      guarded(`I noted your budget of ${amount}.`, { visitor: [extractVisitorNumbers(visitor)] })
        .withheld,
    ).toHaveLength(1);
  });
});
