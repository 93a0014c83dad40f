import { describe, expect, test } from 'vitest';
import { guarded } from './testing/values.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

const says = (said: string, ...visitor: string[]) =>
  guarded(said, { visitor: visitor.map(extractVisitorNumbers) }).withheld;

describe('a bare number', () => {
  test.each([
    ['how wide should a gate be', '36 inches is fine; make it 48 for a mower.'],
    ['how deep is mulch', '6 inches is the deepest, and most beds do best at 2 to 3.'],
    ['how many colors', 'There are 5 colors, or 9 of the premium line.'],
    ['any plans?', 'A new fence in your yard by 2027?'],
    ["I'm at 4500 Freeport blvd", 'Yes, 4500 is well inside our area.'],
    ['how much for a fence', 'How many gates, 1 or 2?'],
    ['how much for mulch', 'Mulch of 3 inches is typical, 2 will do for a refresh.'],
    ['¿cuánto cuesta una cerca?', '¿Cuántas puertas, 1 o 2?'],
  ])('passes where sizes are spoken of: %s – %s', (visitor, said) => {
    expect(says(said, visitor)).toEqual([]);
  });

  test.each([
    ['how wide should a gate be', 'A 4 ft gate would be 48.'],
    ['300 sq ft patio', 'For a 300 sq ft patio: 950.'],
    ['how much is mulch', 'Around 48.'],
    ['tell me about gates', 'A gate is another 350.'],
    ['tell me about fences', 'A 6 ft fence? 38 the linear foot.'],
    ['one number per line', '7\n2\n5\n0'],
    ['is it hundreds?', 'Of the 6 ft kind, two hundred.'],
  ])('waits for a quote where it may be a price: %s – %s', (visitor, said) => {
    expect(says(said, visitor)).not.toEqual([]);
  });

  test('is judged by all that the visitor has said', () => {
    expect(says('6 inches is the deepest, 48 at most.', 'hi', 'and the bark?')).toEqual([]);
    expect(says('6 inches is the deepest, 48 at most.', 'the price?', 'and the bark?')).not.toEqual(
      [],
    );
  });
});
