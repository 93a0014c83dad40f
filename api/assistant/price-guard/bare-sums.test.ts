import { describe, expect, test } from 'vitest';
import { guarded, quote } from './testing/values.ts';

describe('a number without a sign', () => {
  test.each([
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
    'Call it 500.',
    '500 for the yard',
    'About 4,500.',
    'We need a 500 deposit.',
  ])('is money where the words speak of a price: %s', (said) => {
    expect(guarded(said).withheld).toHaveLength(1);
  });

  test.each([
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
  ])('is none where they do not: %s', (said) => {
    expect(guarded(said)).toEqual({ text: said, withheld: [] });
  });

  test('is one of a quote where the session has it', () => {
    const said = 'That would be 2625.06, and the pavers are 4.50 per square foot.';
    expect(guarded(said, { quotes: [quote] }).withheld).toEqual([]);
    expect(guarded(said).withheld).toHaveLength(2);
  });
});
