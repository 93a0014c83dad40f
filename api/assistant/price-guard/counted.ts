import { isPriceBefore } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';
import { gluedUnit, isQuoteMark } from './shapes.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const SIZED = MEANS.unit | MEANS.time;

/** "500 sq ft", "3 weeks", "12k happy customers", "3일". */
export function countedBehind(reader: Reader, numeral: Numeral, known: Known): number | null {
  const { end, start } = numeral;
  let at = reader.next(end);
  if (reader.at(at).kind === 'dash') at++;
  const glued = gluedUnit(reader, at);
  if (glued !== null) return isPriceBefore(reader, start) && !numeral.values.length ? null : glued;
  const next = reader.at(at);
  if (isQuoteMark(next) && at === end) {
    const isFeet = !numeral.multiplied && numeral.values.every((value) => value < 1_000);
    return isFeet && !isPriceBefore(reader, start) ? at + 1 : null;
  }
  if (next.kind !== 'word') return null;
  if (has(next, MEANS.ambiguous) && reader.at(at + 1).kind === 'dash') return null;
  if (has(next, MEANS.ambiguous)) return isMeasure(reader, numeral, at, known) ? at + 1 : null;
  if (has(next, SIZED | MEANS.thing)) return end;
  return isCount(reader, numeral, at) ? end : null;
}

/** "6 mil plastic", "5 pounds", "8 m": not where a price is expected. */
function isMeasure(
  reader: Reader,
  { start, values, multiplied, inWords }: Numeral,
  at: number,
  known: Known,
): boolean {
  const isMil = reader.at(at).text === 'mil' || reader.at(at).text === 'k';
  const behind = reader.at(reader.next(at + 1));
  if (/^K$/.test(reader.at(at).raw))
    return /^(?:lamps?|lights?|leds?|bulbs?|warm|cool|color|colour|lighting)$/.test(behind.text);
  if (isMil)
    return /^(?:plastic|poly|sheet|sheeting|thick|liner|barrier|vapor|film)/.test(behind.text);
  if (multiplied || inWords || isPriceBefore(reader, start)) return false;
  if (reader.at(at).text !== 'in' || INCHES_OF.test(behind.text)) return true;
  const isSize =
    known.isSize(values) && !has(behind, MEANS.total | MEANS.price | MEANS.tax | MEANS.labor);
  return isSize || (behind.kind !== 'word' && values.every((value) => value <= INCHES_MAX));
}

const INCHES_MAX = 400;

/** "3 in deep", and not "4500 in total". */
const INCHES_OF =
  /^(?:deep|wide|thick|thickness|high|tall|long|of|x|by|or|and|to|for|is|layer|base|pavers?|boards?|posts?|mulch)$/;

export const COUNT_MAX = 31;

/** A small count of whatever noun follows, an adjective between: "3 quick ones", "two happy dogs". */
function isCount(reader: Reader, { start, values, multiplied }: Numeral, at: number): boolean {
  const noun = reader.at(at);
  if (noun.text === 'of' && /^(?:them|those|these)$/.test(reader.at(reader.next(at + 1)).text))
    return !multiplied && !isPriceBefore(reader, start);
  if (noun.kind !== 'word' || noun.single || has(noun, NO_NOUN)) return false;
  const second = reader.at(reader.next(at + 1));
  if (has(second, MEANS.terms) || has(noun, MEANS.terms)) return false;
  if (has(second, MEANS.thing | MEANS.unit) && !has(second, MEANS.ambiguous | MEANS.function))
    return !isPriceBefore(reader, start);
  if (
    multiplied ||
    values.length === 0 ||
    values.some((value) => value > COUNT_MAX || value % 1 !== 0)
  )
    return false;
  return !isPriceBefore(reader, start) && noun.text.length > 2;
}

const NO_NOUN =
  MEANS.function |
  MEANS.money |
  MEANS.rate |
  MEANS.range |
  MEANS.numeral |
  MEANS.times |
  MEANS.discount |
  MEANS.terms |
  MEANS.price |
  MEANS.total;
