import { meaningOf, TERMS } from './lexicon.ts';
import type { Reader } from './reader.ts';
import { MEANS } from './vocabulary/meaning.ts';

const LETTERS_MIN = 4; // three letters in a row are an abbreviation as well
const JOINT = /^[-–—‑ .·•_*/]$/;
const JOINTS_MAX = 3; // a dash between two spaces
const LETTERS_MAX = 12;

/** Where a numeral or name of money ends that is written letter by letter: "t-h-r-e-e"; null if none is. */
export function spelledWord(reader: Reader, start: number): number | null {
  if (!isLetter(reader.at(start).text)) return null;
  let word = '';
  let end = start;
  for (let at = start; word.length < LETTERS_MAX && isLetter(reader.at(at).text); ) {
    word += reader.at(at).text;
    end = at + 1;
    at = end;
    for (let joints = 0; joints < JOINTS_MAX && JOINT.test(reader.at(at).raw); joints++) at++;
  }
  const { means } = meaningOf(word, word);
  const isSaid = (means & (MEANS.numeral | MEANS.times | MEANS.money)) !== 0 || TERMS.has(word);
  return word.length >= LETTERS_MIN && isSaid ? end : null;
}

const isLetter = (text: string) => /^[a-z]$/.test(text);
