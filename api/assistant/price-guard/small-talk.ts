import { isPriceBefore } from './clause.ts';
import { isNoun } from './money-marks.ts';
import type { Numeral } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** A small number in words, not in the place of a price: "one of our team", "the two of you". */
export function isSmallTalk(reader: Reader, numeral: Numeral): boolean {
  const { values, multiplied, start, end } = numeral;
  const token = reader.at(start);
  if (end === start + 1 && has(token, MEANS.weak))
    return !isPriceBefore(reader, start) || token.text === 'one' || isOnce(reader, numeral);
  if (token.text === 'grand' && end === start + 1)
    return (
      isNoun(reader, start) ||
      reader.at(reader.next(end)).text === 'total' ||
      !/^(?:a|one|couple|half)$/.test(reader.at(reader.back(start)).text)
    );
  if (multiplied) return isIdiom(reader, numeral);
  if (token.single) return end === start + 1 && !isPriceBefore(reader, start);
  if (values.some((value) => value > 12) || values.length === 0) return false;
  if (rateBehind(reader, end).length > 0 && !isTimes(reader, numeral)) return false;
  if (isOfTerms(reader, end) || SUMS.test(reader.at(reader.next(end)).text)) return false;
  if (has(reader.at(reader.next(end)), MEANS.discount) || isShyOf(reader, start)) return false;
  return !isPriceBefore(reader, start) || token.text === 'one';
}

/** "hose it down once a week": English, where it is no eleven. */
const isOnce = (reader: Reader, { start, end }: Numeral) =>
  reader.at(start).text === 'once' &&
  /^(?:a|every|per|the|you|it|we|your|this|that)$/.test(reader.at(reader.next(end)).text);

/** "eight even", "a four-to-five range". */
const SUMS = /^(?:even|flat|tops|total|cash|range|bracket)$/;

/** "four equal payments". */
function isOfTerms(reader: Reader, end: number): boolean {
  const noun = reader.next(end);
  return has(reader.at(noun), MEANS.terms) || has(reader.at(reader.next(noun + 1)), MEANS.terms);
}

/** "two a day", "one a foot": how often, and not what for. */
function isTimes(reader: Reader, { start, end }: Numeral): boolean {
  if (isPriceBefore(reader, start)) return false;
  const rate = rateBehind(reader, end);
  const isOften = rate.every(
    (token) => /^(?:day|week|year)$/.test(token.text) || !has(token, MEANS.rated | MEANS.rate),
  );
  return isOften || reader.at(start).text === 'one';
}

/** "north of four". */
function isShyOf(reader: Reader, start: number): boolean {
  const of = reader.back(start);
  return (
    reader.at(of).text === 'of' &&
    /^(?:north|south|upwards?|shy)$/.test(reader.at(reader.back(of)).text)
  );
}

/** "mil gracias", "hundreds of homes". */
function isIdiom(reader: Reader, { start, end }: Numeral): boolean {
  if (end !== start + 1) return false;
  const first = reader.at(start).text;
  let at = reader.next(end);
  if (/^(?:of|de|von)$/.test(reader.at(at).text)) at = reader.next(at + 1);
  else if (first !== 'mil' && first !== 'mille') return false;
  const next = reader.at(at);
  return (
    next.kind === 'word' && !has(next, MEANS.money | MEANS.function | MEANS.numeral | MEANS.times)
  );
}
