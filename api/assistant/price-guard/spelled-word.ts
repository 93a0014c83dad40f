import { meaningOf } from './lexicon.ts';
import type { Reader } from './reader.ts';
import { MEANS } from './vocabulary/meaning.ts';

const LETTERS_MIN = 4; // three letters in a row are an abbreviation as well
const LETTERS_MAX = 12;

/** Where a numeral or name of money ends that is written letter by letter: "t-h-r-e-e"; null if none is. */
export function spelledWord(reader: Reader, start: number): number | null {
  if (!isLetter(reader.at(start).text)) return null;
  let word = '';
  let end = start;
  for (let at = start; word.length < LETTERS_MAX && isLetter(reader.at(at).text); ) {
    word += reader.at(at).text;
    end = at + 1;
    const joint = reader.at(end);
    at = /^[- .]$/.test(joint.raw) ? end + 1 : end;
  }
  const isSaid = meaningOf(word, word).means & (MEANS.numeral | MEANS.times | MEANS.money);
  return word.length >= LETTERS_MIN && isSaid ? end : null;
}

const isLetter = (text: string) => /^[a-z]$/.test(text);
