import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LeakGuard, wordRuns } from './leak-guard.ts';

const SECRET =
  'Prices come only from the tool. Never name an amount of money yourself, not even roughly, and never agree to a discount.';

function guarded(pieces: string[]): string {
  const guard = new LeakGuard(wordRuns(SECRET));
  return pieces.map((piece) => guard.push(piece)).join('') + guard.flush();
}

test('a verbatim run is withheld but for its first words', () => {
  expect(guarded([`My rules: ${SECRET} Anything else?`])).toBe(
    'My rules: Prices come only from … Anything else?',
  );
});

test.each([
  ['another case', SECRET.toUpperCase()],
  ['markup between the words', SECRET.replaceAll(' ', ' **')],
  [
    'full-width letters',
    SECRET.replace(/[a-z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  ],
  ['zero-width spaces inside the words', SECRET.replace(/[a-z]/g, '$&\u200b')],
  ['soft hyphens', SECRET.replaceAll('o', 'o\u00ad')],
  ['Cyrillic letters that look the same', SECRET.replaceAll('o', 'о').replaceAll('e', 'е')],
  [
    'mathematical letters',
    SECRET.replace(/[a-z]/g, (char) => String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97)),
  ],
  ['accents', SECRET.replaceAll('e', 'é')],
  ['a list', SECRET.replaceAll(' ', '\n- ')],
])('it is known in %s', (_, said) => {
  expect([...guarded([said])].length).toBeLessThan(40);
});

test('a run at the end of an answer is withheld too', () => {
  expect(guarded(['Never name an amount of money yourself, not even roughly'])).toBe(
    'Never name an amount … ',
  );
});

test('a few words in common pass', () => {
  const said = 'Our prices come only from the calculator, and I never agree to a hasty plan.';
  expect(guarded([said])).toBe(said);
});

describe('text that is not the secret', () => {
  const text = fc.string({ maxLength: 80 });
  const cuts = fc.array(fc.nat(5), { maxLength: 60 });

  test('passes unchanged, whole words at once', () => {
    const guard = new LeakGuard(wordRuns(SECRET));
    const pieces = ['We', ' never', ' name', ' a', ' price', '.'];
    expect(pieces.map((piece) => guard.push(piece))).toEqual(pieces);
  });

  test('comes out the same however it is cut', () => {
    const mixed = fc.tuple(text, fc.constantFrom('', SECRET, SECRET.slice(0, 60)), text);
    fc.assert(
      fc.property(mixed, cuts, (parts, lengths) => {
        const whole = parts.join(' ');
        let at = 0;
        const pieces = lengths.map((length) => {
          at += length;
          return whole.slice(at - length, at);
        });
        expect(guarded([...pieces, whole.slice(at)])).toBe(guarded([whole]));
      }),
    );
  });
});
