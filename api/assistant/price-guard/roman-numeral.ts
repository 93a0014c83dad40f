import { isPriceBefore } from './clause.ts';
import type { Known } from './known.ts';
import { currencyBehind } from './money-marks.ts';
import type { Reader } from './reader.ts';
import { mayBeRoman } from './vocabulary/numerals.ts';

const ROMAN = /^M{0,4}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/;

const ASKED_MIN = 3; // letters; fewer are an abbreviation as well

/** Where "MMMD dollars" ends, or "MMMD" where a price is asked for; null if no amount begins here. */
export function romanNumeral(reader: Reader, start: number, known: Known): number | null {
  const raw = reader.at(start).raw.normalize('NFD').replace(/\p{M}/gu, '');
  if (known.asked && raw.length >= ASKED_MIN && mayBeRoman(raw)) return start + 1;
  if (raw.length < 2 || !ROMAN.test(raw)) return null;
  return (
    currencyBehind(reader, start + 1)?.end ?? (isPriceBefore(reader, start) ? start + 1 : null)
  );
}
