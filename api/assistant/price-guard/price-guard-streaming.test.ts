import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, guardOf, MADE_UP, quote } from './testing/values.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

function cut(text: string, lengths: number[]): string[] {
  let at = 0;
  const pieces = lengths.map((length) => {
    at += length;
    return text.slice(at - length, at);
  });
  return [...pieces, text.slice(at)];
}

describe('the delay', () => {
  test('text that can be no amount passes at once, piece by piece', () => {
    const guard = guardOf();
    const pieces = [
      'Thanks',
      '!',
      ' We',
      ' can',
      ' build',
      ' the',
      ' patio',
      ' using',
      ' pavers',
      ',\n',
      ' Ana',
      '.',
    ];
    expect(pieces.map((piece) => guard.push(piece))).toEqual(pieces);
  });

  test('from a number on, text waits for the end of its sentence', () => {
    const guard = guardOf();
    expect(guard.push('Your 20')).toBe('Your ');
    expect(guard.push('x25 patio is 500')).toBe('');
    expect(guard.push(' sq. ft')).toBe('');
    expect(guard.push('. Right')).toBe('');
    expect(guard.push('? ')).toBe('20x25 patio is 500 sq. ft. Right? ');
  });

  test('a word that may begin a wording of a price waits for the word behind it', () => {
    const guard = guardOf();
    expect(guard.push('on')).toBe('');
    expect(guard.push(' site')).toBe('');
    expect(guard.push(', on us')).toBe('on site, ');
  });

  test('a sentence of another language is held until its end', () => {
    const guard = guardOf({ visitor: [extractVisitorNumbers('Kuinka paljon aita maksaa?')] });
    expect(guard.push('Kuinka pitkä')).toBe('');
    expect(guard.push(' aita on? Entä')).toBe('Kuinka pitkä aita on? ');
  });

  test('an answer in English streams, whatever the visitor’s language', () => {
    const guard = guardOf({ visitor: [extractVisitorNumbers('Kuinka paljon aita maksaa?')] });
    expect(guard.push('Thanks')).toBe('');
    expect(guard.push(' for')).toBe('Thanks ');
    expect(guard.push(' asking about')).toBe('for asking ');
  });

  test('an endless number is held no longer than a number can be', () => {
    const guard = guardOf();
    for (let i = 0; i < 500; i++) guard.push('seven ');
    expect(guard.withheld.length).toBeGreaterThan(2);
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

  test.each([
    '1,200 dollars/costs more',
    '5-7k/A20x25',
    '$500/linearfoot',
    `$500/${'x'.repeat(60)} a`,
  ])('what hangs on to an amount by a stroke is one word, cut anywhere: %s', (text) => {
    const whole = guarded(text);
    expect(whole.withheld).toHaveLength(1);
    for (let at = 1; at < text.length; at += 1)
      expect(guarded([text.slice(0, at), text.slice(at)])).toEqual(whole);
    expect(guarded([...text])).toEqual(whole);
  });

  test('the same comes out', () => {
    fc.assert(
      fc.property(answer, cuts, (text, lengths) => {
        const options = { quotes: [quote], visitor: [extractVisitorNumbers('my budget is 900')] };
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
