import { isComputed } from './computed.ts';
import { countedBehind } from './counted.ts';
import { isHour, isYear } from './date-rules.ts';
import type { Known } from './known.ts';
import { isEnding, knownDigits } from './known-digits.ts';
import { isKnownSize } from './known-size.ts';
import { isEmergency, isListed, isNeighbour, isNumbered } from './numbered-rules.ts';
import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';
import { address, date, dimensions, fraction, phone, time } from './shapes.ts';

/** Where a number ends that is known to be no price; null if it is not known. */
export function isHarmless(reader: Reader, numeral: Numeral, known: Known): number | null {
  const { start, end } = numeral;
  if (!numeral.inWords) {
    const digits = knownDigits(reader, start, known);
    if (digits !== null) return digits;
    for (const shape of [fraction, phone, dimensions, time, date, address]) {
      const found = shape(reader, numeral);
      if (found !== null) return found;
    }
  }
  if (isEnding(reader, numeral, known)) return end;
  const next = reader.at(reader.next(end));
  if (next.kind === 'number' && !/^[hH]$/.test(reader.at(start - 1).text)) return null;
  const counted = countedBehind(reader, numeral, known);
  if (counted !== null) return counted;
  const isRest = RULES.some((rule) => rule(reader, numeral, known));
  return isRest ? end : null;
}

type Rule = (reader: Reader, numeral: Numeral, known: Known) => boolean;

const RULES: readonly Rule[] = [
  isListed,
  isNumbered,
  isNeighbour,
  isYear,
  isHour,
  isEmergency,
  isKnownSize,
  isComputed,
];
