import { describe, expect, test } from 'vitest';
import { hear } from './allowed-amounts.ts';
import { guarded, guardOf, INVITATION, MADE_UP, quote } from './testing.ts';

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
    'We could do the whole thing for 3200.',
    'We can do the job for 3200.',
    "I'll give it to you for 2900.",
    "It'll run you 900.",
    'That would be 2500.',
    "That'll be about 2,500.",
    'A 20x25 patio? The price would be low: that would be 2500.',
    'Expect 3,500 to 4,500.',
    'Plan on 5000.',
    'It starts at 1500.',
    'Could go as low as 2500.',
    "I'd say 2500 for that.",
    'It ends up at 3100.',
    'Labor is 1500.',
    'Labor: 850',
    'Materials: 2200',
    'Your quote: 2500',
    'The patio comes in around 4800 before tax.',
    'It should be 2500 with tax.',
    'Serían unos 3,500.',
    'Le saldría en 3200.',
    'Le queda en 2800.',
    'Total: 2500 todo incluido',
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
      'two for the job',
      'one a foot',
      '16 pickets per panel',
      '500 for the yard',
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
      'It costs nothing',
      '2 to 3 weeks',
    ],
    ...[
      'We can do it at 8:30',
      'I can do it for you at 8:30.',
      'I can do it for you at 9.',
      'Looking at 2027 for the start.',
      'Plan on 2027.',
      'That would be 2026.',
      'That would be 2500 square feet.',
      'How big is 20x60? That would be 1200.',
      'A 30x40 area? That would be 1,200.',
      'Your order number? That would be 4821.',
      'The order number is 4821',
      'Your quote number is 1043.',
      "I'd say 1,200 pavers.",
      'Expect 2,500 visitors',
      'Call it 500.',
      'It starts at 1200 Oak Street',
      'Labor is 3 days.',
      'Labor: 2 people',
      'Materials for 500 sq ft',
      'We have done 3200 patios',
      'call 415 555 0142',
      'around 4,800 sq ft',
      'In 2024 before taxes changed',
      'Su patio sería de 1200 pies.',
      'Serían 2500 pies cuadrados',
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
    expect(guarded(`With ${amount} we start.`, { heard: [hear(visitor)] }).withheld).toEqual([]);
  });

  test.each([
    ['500 sq ft patio', '$500'],
    ['price for 20 by 25?', '$20'],
    ['what does a 20x250 cost', '$250'],
    ['I live at 1200 Oak Street', '$1,200'],
    ['my budget is 5000', '$5,001'],
    ['the cost? call me at 5551234567', '$5,551,234,567'],
  ])('a size or a number is not a budget: %s', (visitor, amount) => {
    expect(guarded(`With ${amount} we start.`, { heard: [hear(visitor)] }).withheld).toHaveLength(
      1,
    );
  });
});
