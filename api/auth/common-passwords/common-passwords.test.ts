import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  commonPasswordsModule,
  dictionaryPasswords,
} from '../../../scripts/build/common-passwords.ts';
import { sha256Hex } from '../../access/secrets.ts';
import { isCommonPassword } from './is-common-password.ts';

const LENGTH_MIN = 8;

test('every password of the dictionary that is long enough to be taken is refused', () => {
  const passwords = dictionaryPasswords();
  expect(passwords.length).toBeGreaterThan(30_000);
  const taken = passwords.filter((text) => text.length >= LENGTH_MIN && !isCommonPassword(text));
  expect(taken).toEqual([]);
});

test('the commonest words are refused with an ending, too', () => {
  const words = dictionaryPasswords()
    .slice(0, 10_000)
    .filter((text) => /^[a-z]{4,}$/.test(text));
  const taken = words.filter((word) => !isCommonPassword(`${word}2026!`));
  expect(taken).toEqual([]);
});

test('at most one in 10,000 passwords that nobody has is refused by mistake', () => {
  const texts = Array.from(
    { length: 50_000 },
    (_, seed) => `${sha256Hex(String(seed)).slice(0, 14)}-7`,
  );
  const refused = texts.filter(isCommonPassword);
  expect(refused.length).toBeLessThanOrEqual(5);
});

test('the data is what the dictionary makes', () => {
  const data = readFileSync(new URL('./filter-data.ts', import.meta.url), 'utf8');
  expect(data === commonPasswordsModule()).toBe(true);
});
