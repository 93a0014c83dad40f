import { isPriceBefore, says, sentenceBefore } from './clause.ts';
import { rateBehind } from './judge-money.ts';
import type { Known } from './known.ts';
import { has, isNumeral, type Token } from './lexer.ts';
import { keyOf, type Numeral } from './numeral.ts';
import { isTelling } from './plain-numbers.ts';
import type { Reader } from './reader.ts';
import {
  address,
  date,
  dimensions,
  fraction,
  gluedUnit,
  isQuoteMark,
  phone,
  time,
} from './shapes.ts';
import { isChosenSize, isComputed, isLimitOf } from './size-rules.ts';
import { MEANS } from './vocabulary/meaning.ts';

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
  if (next.kind === 'number' && !/^[hH]$/.test(reader.past(start - 1).text)) return null;
  const counted = countedBehind(reader, numeral, known);
  if (counted !== null) return counted;
  const isRest = RULES.some((rule) => rule(reader, numeral, known));
  return isRest ? end : null;
}

/** A phone, licence or quote number that is known, in whatever groups it is written. */
function knownDigits(reader: Reader, start: number, known: Known): number | null {
  let digits = '';
  let found: number | null = null;
  for (let at = start, groups = 0; groups < 6; groups++) {
    const token = reader.at(at);
    if (token.kind !== 'number') break;
    digits += token.text.replace(/\D/g, '');
    at++;
    if (digits.length >= 4 && known.hasDigits(digits) && !/[.,]\d{2}$/.test(token.text)) found = at;
    let joints = 0;
    while (joints < 2 && /^[-.() \u00a0–]$/.test(reader.at(at).raw)) {
      at++;
      joints++;
    }
    if (joints === 0) break;
  }
  return found;
}

/** "the last four digits are 0142": the end of a number that is known. */
function isEnding(reader: Reader, { start, inWords }: Numeral, known: Known): boolean {
  const { text } = reader.at(start);
  if (inWords || !/^\d{4,6}$/.test(text) || !known.endsDigits(text)) return false;
  if (text.startsWith('0')) return true;
  return sentenceBefore(reader, start).some(({ text: word }) =>
    /^(?:digits?|last|ends?|ending|phone|number|licen[sc]e|dígitos|digitos|últimos)$/.test(word),
  );
}

const SIZED = MEANS.unit | MEANS.time;

/** "500 sq ft", "3 weeks", "12k happy customers", "3일". */
function countedBehind(reader: Reader, numeral: Numeral, known: Known): number | null {
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

const COUNT_MAX = 31;

/** A small count of whatever noun follows, an adjective between: "3 quick ones", "two happy dogs". */
function isCount(reader: Reader, { start, values, multiplied }: Numeral, at: number): boolean {
  const noun = reader.at(at);
  if (noun.kind !== 'word' || noun.single || has(noun, NO_NOUN)) return false;
  const second = reader.at(reader.next(at + 1));
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
  isLimitOf,
  isChosenSize,
  isSum,
];

/** "1. Measure", "2) Call us": at the beginning of a line. */
function isListed(reader: Reader, { start, end, values }: Numeral): boolean {
  const before = reader.past(reader.back(start));
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
function isNumbered(reader: Reader, { start, end, values, inWords }: Numeral): boolean {
  if (inWords || values.length === 0) return false;
  let at = reader.back(start);
  if (reader.past(at).raw === '#') return true;
  const isHyphen = reader.past(at).raw === '-' && at === start - 1;
  if (
    isHyphen &&
    /^\p{Lu}{1,3}$/u.test(reader.past(at - 1).raw) &&
    reader.past(at - 2).kind !== 'number'
  )
    return true;
  const glued = reader.past(start - 1);
  if (glued.kind === 'word' && /^\p{Lu}{1,2}$/u.test(glued.raw))
    return values.every((value) => value < 100);
  if (reader.past(at).raw === ':' || reader.past(at).raw === '.') at = reader.back(at);
  if (/^(?:is|es|was)$/.test(reader.past(at).text)) at = reader.back(at);
  const named = reader.past(at);
  if (!has(named, MEANS.numbered) || has(named, MEANS.price | MEANS.time))
    return isAskedNumber(reader, start);
  if (/^(?:number|quote|quotes|estimate|n|no|day|week|grade|figure)$/.test(named.text)) {
    const owner = reader.past(reader.back(at));
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
    const token = reader.past(at);
    if (has(token, MEANS.price)) return false;
    if (/^(?:number|no|code|#)$/.test(token.text))
      return NUMBER_OF.test(reader.past(reader.back(at)).text);
  }
  return false;
}

/** Beside the same word as in the company's facts or in the visitor's own message. */
function isNeighbour(reader: Reader, { start, end, values }: Numeral, known: Known): boolean {
  const before = reader.past(reader.back(start));
  const behind = reader.at(reader.next(end));
  if (isPriceBefore(reader, start)) return false;
  return values.some(
    (value) =>
      (isTelling(behind) && known.hasNeighbour(`${keyOf(value)}|${behind.text}`)) ||
      (isTelling(before) && known.hasNeighbour(`${before.text}|${keyOf(value)}`)),
  );
}

const YEAR_BEFORE =
  /^(?:in|since|by|until|till|of|from|de|del|en|early|late|mid|before|after|through|year|desde|hasta|and|or|to|im|en|vom|do|г|w|v|nel|em|for|,|\(|–|-|the)$/;
const RECENT = 2024;

function isYear(reader: Reader, { start, end, values }: Numeral): boolean {
  const { raw } = reader.at(start);
  if (!/^(?:19|20)\d\d$/.test(raw) || (values[0] ?? 0) > 2040) return false;
  const before = reader.past(reader.back(start));
  if (isPriceBefore(reader, start) && !/^(?:in|since|by|until)$/.test(before.text))
    return /^(?:on|onwards?)$/.test(reader.at(reader.next(end)).text);
  if (has(before, MEANS.month | MEANS.weekday) || before.text === 'de') return true;
  if (before.raw === ',')
    return (
      has(reader.past(reader.back(reader.back(reader.back(start)))), MEANS.month) ||
      has(reader.past(reader.back(reader.back(start))), MEANS.month | MEANS.weekday)
    );
  if (before.text === 'for' || ABOUT.test(before.text)) return false;
  if (YEAR_BEFORE.test(before.text)) return true;
  return (
    (values[0] ?? 0) >= RECENT &&
    !says(sentenceBefore(reader, start), MEANS.price | MEANS.total | MEANS.discount | MEANS.terms)
  );
}

/** "Monday to Friday 7:30 to 5", "so 8 is fine": an hour where days or hours are spoken of. */
function isHour(reader: Reader, { start, end, values, inWords }: Numeral, known: Known): boolean {
  if (
    inWords ||
    rateBehind(reader, end).length > 0 ||
    !values.every((value) => value <= COUNT_MAX && value % 1 === 0) ||
    isPriceBefore(reader, start)
  )
    return false;
  const before = sentenceBefore(reader, start).slice(0, 8);
  if (
    before[0]?.text === 'for' &&
    !/^(?:do|it|that|this|yours|job|everything|all|ours|done)$/.test(before[1]?.text ?? '')
  )
    return known.isVisitors(values, 'all');
  if (
    before[0] &&
    (before[0].kind === 'sign' || (APPROXIMATE.test(before[0].text) && before[0].text !== 'at'))
  )
    return false;
  if (before[0]?.text === 'at' && values.every((value) => value >= 1 && value <= 12))
    return !says(before, MEANS.price | MEANS.total | MEANS.money);
  return (
    before.some(
      (token, i) =>
        has(token, MEANS.weekday | MEANS.month) || (token.raw === ':' && isHourBefore(before, i)),
    ) || known.isVisitors(values, 'all')
  );
}

const isHourBefore = (before: readonly Token[], i: number) =>
  before[i - 1]?.kind === 'number' && before[i + 1]?.kind === 'number';

/** "call 911", "dial 811 before you dig". */
function isEmergency(reader: Reader, { start, end }: Numeral): boolean {
  if (!/^[2-9]11$/.test(reader.at(start).raw) || isPriceBefore(reader, start)) return false;
  const next = reader.at(reader.next(end));
  return (
    /^(?:lines?|hotline|number|service|center|centre|operator)$/.test(next.text) ||
    sentenceBefore(reader, start)
      .slice(0, 6)
      .some(({ text }) => DIALS.test(text))
  );
}

const DIALS = /^(?:call|dial|contact|phone|text|ring|notify|reach|llam|marc|marqu|línea|linea)/;

const ABOUT =
  /^(?:about|around|roughly|approximately|nearly|almost|unos|unas|like|only|just|~|≈|call|say|it)$/;
const APPROXIMATE =
  /^(?:about|around|roughly|approximately|approx|nearly|almost|close|maybe|probably|unos|unas|aproximadamente|cerca|like|at|for|only|just|say|be|its|it's|that's|is|under|over|~|≈|call|son|es|was|circa|environ|etwa|ca)$/;

/** A size without its unit: "6000 is a bit much", "times 550", "4 or 6". */
function isKnownSize(
  reader: Reader,
  { start, end, values, inWords }: Numeral,
  known: Known,
): boolean {
  if (
    inWords ||
    values.length === 0 ||
    isPriceBefore(reader, start) ||
    rateBehind(reader, end).length > 0
  )
    return false;
  const sentence = sentenceBefore(reader, start);
  if (
    says(sentence, MEANS.price | MEANS.total | MEANS.money) ||
    reader.at(reader.next(end)).kind === 'sign'
  )
    return false;
  if (!known.isSize(values)) return says(sentence, MEANS.size) && known.isLimit(values);
  if (says(sentence, MEANS.size) || isAskedSize(reader, start)) return true;
  const before = reader.past(reader.back(start));
  const next = reader.at(reader.next(end));
  if (before.kind === 'end' || before.kind === 'line' || /^[.!?]$/.test(before.raw))
    return next.kind === 'word' && !says([next], MEANS.total | MEANS.labor | MEANS.rate);
  return before.raw === '|' || BESIDE_SIZE.test(before.text);
}

const BESIDE_SIZE =
  /^(?:use|used|using|uso|usar|usamos|so|but|=|times|×|x|or|of|not|than|said|and|to|from|by|until|o|de|por|y|a)$/;

/** "How big is 20x60? That would be 1200." */
function isAskedSize(reader: Reader, start: number): boolean {
  const asked: Token[] = [];
  for (let at = reader.back(start); at >= 0 && asked.length < 16; at = reader.back(at))
    asked.push(reader.past(at));
  const question = asked.findIndex(({ raw }) => raw === '?');
  return (
    question >= 0 &&
    question < 6 &&
    says(asked, MEANS.size) &&
    !says(asked, MEANS.price | MEANS.total | MEANS.labor)
  );
}

/** "40 + 60 + 60 = 160 sq ft". */
function isSum(reader: Reader, { start, end }: Numeral, known: Known): boolean {
  const joint = reader.at(reader.next(end)).raw;
  if (!/^[+=×]$/.test(joint)) return false;
  const after = reader.next(reader.next(end) + 1);
  return (
    isNumeral(reader.at(after)) &&
    reader.past(reader.back(start)).kind !== 'sign' &&
    !isPriceBefore(reader, start) &&
    sumEnds(reader, after, known)
  );
}

function sumEnds(reader: Reader, from: number, known: Known): boolean {
  let at = from;
  for (let parts = 0; parts < 5; parts++) {
    const joint = reader.next(at + 1);
    if (!/^[+=×]$/.test(reader.at(joint).raw))
      return has(reader.at(joint), MEANS.unit) || known.isSize([Number(reader.at(at).text)]);
    at = reader.next(joint + 1);
    if (reader.at(at).kind !== 'number') return false;
  }
  return false;
}
