import { isPriceBefore, sentenceBefore, sentenceBehind } from './clause.ts';
import { COUNT_MAX } from './counted.ts';
import type { Known } from './known.ts';
import { speaksOfMoney } from './money-context.ts';
import { keyOf, type Numeral } from './numeral.ts';
import { isTelling } from './plain-numbers.ts';
import type { Reader } from './reader.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** "1. Measure", "2) Call us": at the beginning of a line. */
export function isListed(reader: Reader, { start, end, values }: Numeral): boolean {
  const before = reader.at(reader.back(start));
  if (before.kind !== 'end' && before.kind !== 'line') return false;
  const isOrdinal =
    /^[.)]$/.test(reader.at(end).raw) && /^(?:space|end)$/.test(reader.at(end + 1).kind);
  if (!isOrdinal && !/[\u20e3\u2460-\u24ff\u2776-\u2793]/.test(reader.at(start).raw)) return false;
  return (
    values.every((value) => value <= COUNT_MAX) &&
    /^(?:word|number|mark|other|end)$/.test(reader.at(reader.next(end + 1)).kind)
  );
}

/** "Option 2", "quote Q-1001", "#4": what is known by a number. */
export function isNumbered(reader: Reader, { start, end, values, inWords }: Numeral): boolean {
  if (inWords || values.length === 0) return false;
  let at = reader.back(start);
  if (reader.at(at).raw === '#') return true;
  const isHyphen = reader.at(at).raw === '-' && at === start - 1;
  if (
    isHyphen &&
    /^\p{Lu}{1,3}$/u.test(reader.at(at - 1).raw) &&
    reader.at(at - 2).kind !== 'number'
  )
    return true;
  const glued = reader.at(start - 1);
  if (glued.kind === 'word' && /^\p{Lu}{1,2}$/u.test(glued.raw))
    return values.every((value) => value < 100);
  if (reader.at(at).raw === ':' || reader.at(at).raw === '.') at = reader.back(at);
  if (/^(?:is|es|was)$/.test(reader.at(at).text)) at = reader.back(at);
  const named = reader.at(at);
  if (!has(named, MEANS.numbered) || has(named, MEANS.price | MEANS.time))
    return isAskedNumber(reader, start);
  if (/^(?:number|quote|quotes|estimate|n|no|day|week|grade|figure)$/.test(named.text)) {
    const owner = reader.at(reader.back(at));
    return has(owner, MEANS.numbered) || isSmallOrdinal(values) || isAskedNumber(reader, start);
  }
  return values.every((value) => value % 1 === 0) && reader.at(reader.next(end)).kind !== 'sign';
}

const isSmallOrdinal = (values: readonly number[]) =>
  values.every((value) => value <= COUNT_MAX && value % 1 === 0);

const NUMBER_OF = /^(?:order|license|licence|permit|reference|confirmation|model|quote|zip|cslb)$/;

/** "Your order number? That would be 4821." */
function isAskedNumber(reader: Reader, start: number): boolean {
  let words = 0;
  for (let at = reader.back(start); at >= 0 && words < 9; at = reader.back(at), words++) {
    const token = reader.at(at);
    if (has(token, MEANS.price)) return false;
    if (/^(?:number|no|code|#)$/.test(token.text))
      return NUMBER_OF.test(reader.at(reader.back(at)).text);
  }
  return false;
}

/** Beside the same word as in the company's facts or in the visitor's own message. */
export function isNeighbour(
  reader: Reader,
  { start, end, values }: Numeral,
  known: Known,
): boolean {
  const before = reader.at(reader.back(start));
  const behind = reader.at(reader.next(end));
  if (isPriceBefore(reader, start)) return false;
  return values.some(
    (value) =>
      (isTelling(behind) && known.hasNeighbour(`${keyOf(value)}|${behind.text}`)) ||
      (isTelling(before) && known.hasNeighbour(`${before.text}|${keyOf(value)}`)),
  );
}

const EMERGENCY = /^(?:[2-9]11|112|119|999)$/;

/** "call 911", "dial 811 before you dig". */
export const isEmergency = (reader: Reader, { start, end }: Numeral): boolean =>
  EMERGENCY.test(reader.at(start).raw) &&
  !speaksOfMoney([...sentenceBefore(reader, start).toReversed(), ...sentenceBehind(reader, end)]);
