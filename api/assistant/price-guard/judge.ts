import { isPriceBefore, says, sentenceBefore } from './clause.ts';
import { mayBeSaid, rateBehind } from './judge-money.ts';
import { isHarmless } from './judge-number.ts';
import { phraseAt } from './judge-phrase.ts';
import { judgeRelation, relatedBehind } from './judge-relation.ts';
import type { Known } from './known.ts';
import { has, isNumeral, type Token } from './lexer.ts';
import { ACCEPTS, TERMS } from './lexicon.ts';
import { currencyBehind, isNoun, signAt } from './money-marks.ts';
import { type Numeral, numeralAt } from './numeral.ts';
import type { Reader } from './reader.ts';
import { address } from './shapes.ts';
import { spelledWord } from './spelled-word.ts';
import { hold, pass, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** Judges what begins at `start`. Throws UNDECIDED while more of the text is needed. */
export function judge(reader: Reader, start: number, known: Known): Verdict {
  const token = reader.at(start);
  if (token.kind === 'word') {
    const spelled = spelledWord(reader, start);
    if (spelled !== null) return hold(spelled, 'amount');
    const terms = phraseAt(reader, start, TERMS);
    if (terms !== null) return hold(terms, 'terms');
    const accepts = known.offered ? phraseAt(reader, start, ACCEPTS) : null;
    if (accepts !== null) return hold(accepts, 'terms');
    const relation = judgeRelation(reader, start);
    if (relation) return relation;
  }
  const sign = signAt(reader, start);
  if (sign) {
    const at = reader.next(sign.end);
    const numeral = numeralAt(reader, at);
    if (!numeral) return token.kind === 'word' ? judgeWord(reader, start, known) : pass(start + 1);
    return judgeMoney(reader, start, numeral, known, sign.currencies);
  }
  const numeral = numeralAt(reader, start);
  if (numeral) return judgeNumeral(reader, numeral, known);
  return judgeWord(reader, start, known);
}

/** A number that is marked as money, by what is before or behind it. */
function judgeMoney(
  reader: Reader,
  start: number,
  numeral: Numeral,
  known: Known,
  before: readonly string[] | null,
): Verdict {
  if (before && MILLIONS.test(reader.at(numeral.end).text))
    return hold(numeral.end + 1, 'amount', true);
  const behind = currencyBehind(reader, numeral.end);
  const currencies = before ?? behind?.currencies ?? null;
  const end = behind?.end ?? numeral.end;
  const inRange = isRangeAround(reader, start, end);
  if (
    isWhole(reader, numeral) &&
    mayBeSaid(reader, known, {
      numeral,
      start,
      end,
      currencies,
      inRange,
      sentence: sentenceBefore(reader, start),
    })
  )
    return pass(end);
  return hold(end, 'amount', before !== null || behind?.describes === true);
}

const MILLIONS = /^(?:m|mm|mn|b|bn)$/;

/** Whether the number ends where it seems to: "$4<b>500</b>" goes on. */
function isWhole(reader: Reader, { end }: Numeral): boolean {
  const next = reader.at(reader.next(end));
  return (
    next.kind !== 'number' &&
    !(
      next.raw === ',' &&
      reader.at(reader.next(end) + 1).kind === 'number' &&
      reader.at(reader.next(end) + 1).text.length === 3
    )
  );
}

function isRangeAround(reader: Reader, start: number, end: number): boolean {
  const before = reader.back(start);
  const joint = reader.at(reader.next(end));
  return (
    (isRangeJoint(reader.past(before)) && isNumeral(reader.past(reader.back(before)))) ||
    (isRangeJoint(joint) && isAmountAt(reader, reader.next(reader.next(end) + 1)))
  );
}

const isRangeJoint = (token: Token) => token.kind === 'dash' || has(token, MEANS.range);
const isAmountAt = (reader: Reader, at: number) =>
  reader.at(at).kind === 'sign' || isNumeral(reader.at(at));

function judgeNumeral(reader: Reader, numeral: Numeral, known: Known, isFirst = true): Verdict {
  const { start, end } = numeral;
  const street = numeral.inWords ? null : address(reader, numeral);
  if (street !== null) return pass(street);
  const money = currencyBehind(reader, end);
  if (money) return judgeMoney(reader, start, numeral, known, null);
  const percent = percentBehind(reader, end);
  if (percent !== null)
    return isKnownPercent(reader, numeral, percent, known)
      ? pass(percent)
      : hold(percent, 'percent');
  const related = relatedBehind(reader, numeral);
  if (related) return related;
  const harmless = isHarmless(reader, numeral, known);
  if (harmless !== null) return pass(harmless);
  const spelled = spelledDigits(reader, numeral);
  if (spelled)
    return known.hasDigits(spelled.digits) ? pass(spelled.end) : hold(spelled.end, 'amount');
  const chained = isFirst ? chainBehind(reader, numeral, known) : null;
  if (chained) return chained;
  if (numeral.inWords && isSmallTalk(reader, numeral)) return pass(end);
  const inRange = isRangeAround(reader, start, end);
  if (
    isWhole(reader, numeral) &&
    mayBeSaid(reader, known, {
      numeral,
      start,
      end,
      currencies: null,
      inRange,
      sentence: sentenceBefore(reader, start),
    })
  )
    return pass(end);
  return hold(end, 'amount', true);
}

const CHAIN_MAX = 5; // numbers that are said in a row; a longer row is none of sizes

/** "4, 6 or 8 ft", "3 to 5 days", "5 to 7 dollars": what the last number is, all of them are. */
function chainBehind(reader: Reader, numeral: Numeral, known: Known): Verdict | null {
  let joint = chainJoint(reader, numeral.end);
  const first = joint;
  let last: { at: number; isSign: boolean } | null = null;
  for (let links = 0; joint !== null; links++) {
    if (links === CHAIN_MAX) return null;
    const at = reader.next(joint + 1);
    const isSign = reader.at(at).kind === 'sign';
    const next = isSign ? null : numeralAt(reader, at);
    if (!isSign && !next) break;
    if (next?.inWords && (CHAIN_JOINT.test(reader.at(joint).raw) || !isSmall(numeral))) break;
    last = { at, isSign };
    joint = next && !next.multiplied ? chainJoint(reader, next.end) : null;
  }
  if (!last || first === null) return null;
  const isRange = isRangeJoint(reader.at(first));
  const next = numeralAt(reader, last.at);
  const verdict =
    next && !last.isSign ? judgeNumeral(reader, next, known, false) : judge(reader, last.at, known);
  if (verdict.held === null) {
    const mayPass =
      !last.isSign && !isPriceBefore(reader, numeral.start) && (isRange || isSmall(numeral));
    return mayPass ? pass(verdict.end) : null;
  }
  return isRange ? { end: verdict.end, held: { ...verdict.held, isRange: true } } : null;
}

/** Where "or", "to", a dash or a comma stands between two numbers; null if none does. */
function chainJoint(reader: Reader, end: number): number | null {
  const at = reader.next(end);
  const joint = reader.at(at);
  if (joint.raw === ',') {
    const second = reader.next(at + 1);
    if (has(reader.at(second), MEANS.range)) return second;
  }
  if (joint.kind === 'dash' && reader.at(at + 1).kind === 'word' && !isNumeral(reader.at(at + 1)))
    return null;
  return isRangeJoint(joint) || CHAIN_JOINT.test(joint.raw) ? at : null;
}

const CHAIN_JOINT = /^[,&、，;+]$/;

const isSmall = ({ values }: Numeral) => values.length > 0 && values.every((value) => value <= 400);

const SPELLED_MIN = 4; // "two, three or four" is shorter

/** "four, five, zero, zero", "four-five-zero-zero": digits one by one. */
function spelledDigits(
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

/** A small number in words, not in the place of a price: "one of our team", "the two of you". */
function isSmallTalk(reader: Reader, numeral: Numeral): boolean {
  const { values, multiplied, start, end } = numeral;
  const token = reader.at(start);
  if (end === start + 1 && has(token, MEANS.weak))
    return !isPriceBefore(reader, start) || token.text === 'one';
  if (token.text === 'grand' && end === start + 1)
    return (
      isNoun(reader, start) ||
      reader.at(reader.next(end)).text === 'total' ||
      !/^(?:a|one|couple|half)$/.test(reader.past(reader.back(start)).text)
    );
  if (multiplied) return isIdiom(reader, numeral);
  if (token.single) return end === start + 1 && !isPriceBefore(reader, start);
  if (values.some((value) => value > 12) || values.length === 0) return false;
  if (rateBehind(reader, end).length > 0 && isPriceBefore(reader, start)) return false;
  return !isPriceBefore(reader, start) || token.text === 'one';
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

/** Where "%" or "percent" ends behind a number; null if neither does. */
function percentBehind(reader: Reader, end: number): number | null {
  const at = reader.next(end);
  const token = reader.at(at);
  if (/^[%٪％﹪]$/.test(token.raw) || has(token, MEANS.percent)) return at + 1;
  if (
    /^(?:por|per|pour)$/.test(token.text) &&
    /^(?:ciento|cento|cent)$/.test(reader.at(reader.next(at + 1)).text)
  )
    return reader.next(at + 1) + 1;
  return /^[折成割]$/.test(token.text) ? at + 1 : null;
}

const MEASURED =
  /^(?:sure|slope|grade|pitch|waste|overage|extra|compaction|shade|certain|humidity|moisture|natural|recycled|wider|longer|larger|smaller|thicker|seguro|segura|pendiente|sicher|sûr)$/;

function isKnownPercent(
  reader: Reader,
  { values, start }: Numeral,
  end: number,
  known: Known,
): boolean {
  const next = reader.at(reader.next(end));
  if (values.includes(100) && !has(next, MEANS.discount | MEANS.terms)) return true;
  if (MEASURED.test(next.text))
    return !says(sentenceBefore(reader, start), MEANS.discount | MEANS.terms);
  return (
    values.some((value) => known.hasNeighbour(`${value}|%`)) &&
    !has(next, MEANS.discount | MEANS.terms)
  );
}

/** A name of money or a vague quantity: harmless unless they come together. */
function judgeWord(reader: Reader, start: number, known: Known): Verdict {
  const token = reader.at(start);
  if (has(token, MEANS.vague)) {
    let at = reader.next(start + 1);
    if (/^(?:of|de|d|von)$/.test(reader.at(at).text)) at = reader.next(at + 1);
    const next = reader.at(at);
    if (next.kind === 'sign' || next.kind === 'number') {
      const verdict = judge(reader, at, known);
      return verdict.held ? verdict : pass(start + 1);
    }
    if (!has(next, MEANS.times | MEANS.money) || next.text === 'mil') return pass(start + 1);
    const verdict = judge(reader, at, known);
    return verdict.held ? verdict : hold(at + 1, 'amount');
  }
  if (!has(token, MEANS.money) || token.meaning.currencies?.length === 0) return pass(start + 1);
  const before = reader.past(reader.back(start));
  const isOpen =
    /^(?:a|per|each|another|every|extra|un|una|ein|eine|une|few|many)$/.test(before.text) ||
    (before.kind === 'word' && /^(?:[mdclxvi]{2,}|\p{L})$/u.test(before.text));
  return isOpen ? hold(start + 1, 'amount') : pass(start + 1);
}
