import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

const SPELLED_MIN = 4; // "two, three or four" is shorter

/** "four, five, zero, zero", "four-five-zero-zero": digits one by one. */
export function spelledDigits(
  reader: Reader,
  { start, end, inWords, multiplied }: Numeral,
): { end: number; digits: string } | null {
  if (!inWords || multiplied) return null;
  let digits = '';
  let last = end;
  for (let at = start; digits.length < 20 && isDigitWord(reader.at(at)); ) {
    digits += reader.at(at).meaning.value;
    last = at + 1;
    at = reader.next(last);
    if (/^[,.-]$/.test(reader.at(at).raw)) at = reader.next(at + 1);
  }
  return digits.length >= SPELLED_MIN ? { end: last, digits } : null;
}

const isDigitWord = ({ kind, meaning }: Token) =>
  kind === 'word' &&
  meaning.value !== undefined &&
  meaning.value < 10 &&
  Number.isInteger(meaning.value);
