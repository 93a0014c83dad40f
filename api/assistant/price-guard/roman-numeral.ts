import { isPriceBefore } from './clause.ts';
import { currencyBehind } from './money-marks.ts';
import type { Reader } from './reader.ts';

const ROMAN = /^M{0,4}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/;

/** Where "MMMD dollars" ends, or "MMMD" behind "costs"; null if no amount begins here. */
export function romanNumeral(reader: Reader, start: number): number | null {
  const { raw } = reader.at(start);
  if (raw.length < 2 || !ROMAN.test(raw)) return null;
  return (
    currencyBehind(reader, start + 1)?.end ?? (isPriceBefore(reader, start) ? start + 1 : null)
  );
}
