import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, isTypoOf } from './edit-distance.ts';
import { readEmail } from './email-key.ts';
import { fold, words } from './fold.ts';
import { areNicknames, rootName } from './nickname-of.ts';
import { readPhone } from './phone-key.ts';
import { soundOf } from './phonetic.ts';
import { emailVariants, phoneVariants } from './typo-variants.ts';

describe('fold', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Ærøskøbing', 'aeroskobing'],
    ['ÐÓRÐUR Þór', 'dordur thor'],
    ['Đặng', 'dang'],
    ['İstanbul', 'istanbul'],
    ['ﬁne', 'fine'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  test('apostrophes join a word, everything else divides', () => {
    expect(words("O'Brien-Smith, J.")).toEqual(['obrien', 'smith', 'j']);
  });
});

describe('editDistance', () => {
  test.each([
    ['john', 'jonh', 1],
    ['smith', 'smyth', 1],
    ['ann', 'anne', 1],
    ['abc', 'abc', 0],
    ['abcdef', 'fedcba', 3],
  ])('%s and %s: %i', (a, b, edits) => expect(editDistance(a, b)).toBe(edits));

  test('is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a)));
  });

  test('short words have no typos', () => {
    expect(isTypoOf('ann', 'amy')).toBe(false);
    expect(isTypoOf('smith', 'smyth')).toBe(true);
  });
});

describe('nicknames', () => {
  test.each([
    ['bob', 'robert'],
    ['rob', 'bobby'],
    ['liam', 'william'],
    ['pepe', 'jose'],
    ['liz', 'elizabeth'],
  ])('%s and %s are forms of one name, both ways', (a, b) => {
    expect(areNicknames(a, b)).toBe(true);
    expect(areNicknames(b, a)).toBe(true);
  });

  test.each([
    ['john', 'ian'],
    ['aaron', 'erin'],
    ['betty', 'lisa'],
    ['bill', 'fred'],
    ['maria', 'mario'],
  ])('%s and %s are not', (a, b) => expect(areNicknames(a, b)).toBe(false));

  test('a short form of several names has no certain root', () => {
    expect(rootName('bobby')).toBe(rootName('robert'));
    expect(rootName('alex')).toBe('alex');
  });
});

test.each([
  ['meyer', 'maier'],
  ['philips', 'filips'],
  ['smith', 'smyth'],
  ['kathryn', 'catherine'],
])('%s sounds like %s', (a, b) => expect(soundOf(a)).toBe(soundOf(b)));

describe('variants', () => {
  test('a wrong or swapped digit of a phone is among its variants', () => {
    const phone = readPhone('617-555-0142', 'US');
    const variants = phone ? phoneVariants(phone) : [];
    expect(variants).toEqual(expect.arrayContaining(['+16175550143', '+16175551042']));
    expect(variants).not.toContain('+16175550142');
    expect(variants.length).toBeLessThan(120);
  });

  test.each(['marialopes', 'amrialopez', 'marialpez', 'mariallopez'])(
    '%s is a slip of marialopez',
    (slip) => {
      const email = readEmail('maria.lopez@gmail.com');
      expect(email && emailVariants(email)).toContain(`${slip}@gmail.com`);
    },
  );

  test('mailboxes of many and very long names have none', () => {
    for (const text of ['info@acme.com', `${'a'.repeat(30)}@acme.com`]) {
      const email = readEmail(text);
      expect(email && emailVariants(email)).toEqual([]);
    }
  });
});
