import { dictionary } from '@zxcvbn-ts/language-common';
import { makeBloomFilter } from '../../api/auth/common-passwords/bloom-filter.ts';
import { stemOf } from '../../api/auth/common-passwords/password-forms.ts';

const LENGTH_MIN = 8; // what is shorter is refused for its length
const STEM_RANK_MAX = 20_000; // short words are common with an ending when they are common themselves

/** The passwords of @zxcvbn-ts's dictionary in lower case, the most common first. */
export const dictionaryPasswords = (): string[] =>
  dictionary['passwords-common'].map((password) => String(password).toLowerCase());

/**
 * What the filter holds: words that are common without their ending, and every password that is long enough
 * and not found as such a word.
 */
export function filteredTexts(): Set<string> {
  const passwords = dictionaryPasswords();
  const isWord = (text: string, rank: number) =>
    /^[a-z]{4,}$/.test(text) && (text.length >= LENGTH_MIN || rank < STEM_RANK_MAX);
  const words = new Set(passwords.filter(isWord));
  const others = passwords.filter((text) => {
    const stem = stemOf(text);
    return text.length >= LENGTH_MIN && !(stem !== null && words.has(stem));
  });
  return new Set([...words, ...others]);
}

/** The source of api/auth/common-passwords/filter-data.ts. */
export function commonPasswordsModule(): string {
  const { bits, hashes } = makeBloomFilter(filteredTexts());
  return [
    '// Made by scripts/make-common-passwords.ts from the dictionary of @zxcvbn-ts/language-common (MIT).',
    `export const HASHES = ${hashes};`,
    `export const BITS =\n  '${Buffer.from(bits).toString('base64')}';`,
    '',
  ].join('\n');
}
