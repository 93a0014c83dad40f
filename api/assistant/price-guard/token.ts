import type { Shown } from './language-words.ts';
import type { Meaning } from './lexicon.ts';
import { MEANS } from './vocabulary/meaning.ts';

export type Kind =
  | 'number'
  | 'word'
  | 'sign'
  | 'space'
  | 'line'
  | 'mark'
  | 'dash'
  | 'other'
  | 'end';

export interface Token {
  kind: Kind;
  /** As it was written. */
  raw: string;
  /** A word folded, a number in plain digits with `.` and `,`; else as written. */
  text: string;
  meaning: Meaning;
  /** A character of a script without spaces, which is a word of its own. */
  single: boolean;
  /** Whether it has to be judged before it may pass. */
  judged: boolean;
  /** Whether only the word behind it can make it one that may not pass. */
  relates: boolean;
  /** The language it shows. */
  shown: Shown;
}

export const LONGEST_TOKEN = 40; // characters of a word or number; a longer one is read in parts

const NOTHING: Meaning = { means: 0 };

export function plain(kind: Kind, raw: string, text = raw): Token {
  return {
    kind,
    raw,
    text,
    meaning: NOTHING,
    single: false,
    judged: kind === 'number' || kind === 'sign',
    relates: false,
    shown: raw === '¿' || raw === '¡' ? 'spanish' : null,
  };
}

export const END: Token = plain('end', '');
export const has = (token: Token, bits: number): boolean => (token.meaning.means & bits) !== 0;
export const isNumeral = (token: Token): boolean =>
  token.kind === 'number' || has(token, MEANS.numeral | MEANS.times);
