import { clauseAround, linesBefore, says, sentenceBefore, sentenceBehind } from './clause.ts';
import type { Known } from './known.ts';
import { speaksOfMoney } from './money-context.ts';
import { type Numeral, numeralAt, readFigures } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const NUMERALS_MAX = 3; // more in a row spell a number

/**
 * Whether what is held from `start` to `end` is no price: bare numbers in a sentence that does not speak of
 * money, which are sizes of this conversation; or any small ones beside a word of size, where neither the
 * answer nor the visitor has spoken of money.
 */
export function isNoPrice(reader: Reader, start: number, end: number, known: Known): boolean {
  const numerals = numeralsIn(reader, start, end);
  if (numerals.length === 0 || numerals.length > NUMERALS_MAX) return false;
  const before = sentenceBefore(reader, start);
  const around = [...before.toReversed(), ...sentenceBehind(reader, end)];
  const isAlone = !around.some(({ kind }) => kind === 'word');
  if (isAlone || speaksOfMoney(around) || isRated(reader, end, around)) return false;
  const every = (is: (values: number[]) => boolean) =>
    numerals.every(({ values, multiplied }) => !multiplied && values.length > 0 && is(values));
  const below = (most: number) => every((values) => values.every((value) => value < most));
  if (asksSize(reader, start, end, known) && below(SIZE_MAX)) return true;
  if (isChosen(before) && below(COUNT_MAX)) return true;
  if (sharesUnit(numerals, before)) return true;
  const text = [...linesBefore(reader, start).toReversed(), ...around];
  const isSized = text.some((token) => isOfSize(token, known));
  if (isSized && every((values) => isSize(values, around, known))) return true;
  if (known.asksPrice || speaksOfMoney(text) || isLikePrice(reader, start)) return false;
  const isYear = YEAR.test(reader.at(start).raw);
  return (
    below(isSized ? SIZE_MAX : says(text, MEANS.thing) ? COUNT_MAX : 0) ||
    every((values) => isYear || known.isVisitorsOther(values))
  );
}

const SIZE_MAX = 100; // a larger one could be read as a price
const COUNT_MAX = 13;
const YEAR = /^20[2-4]\d$/;

function numeralsIn(reader: Reader, start: number, end: number): Numeral[] {
  const numerals: Numeral[] = [];
  for (let at = start; at < end; ) {
    if (reader.at(at).kind === 'sign' || has(reader.at(at), MEANS.money)) return [];
    const numeral = numeralAt(reader, at);
    if (numeral) numerals.push(numeral);
    at = numeral?.end ?? at + 1;
  }
  return numerals;
}

const RATE = /^(?:per|each|apiece|cada)$/;

/** "38 a foot", "38 the linear foot", "thirty-five, per foot". */
function isRated(reader: Reader, end: number, around: readonly Token[]): boolean {
  const article = reader.next(end);
  const unit = reader.at(reader.next(article + 1));
  return (
    rateBehind(reader, end).length > 0 ||
    (reader.at(article).text === 'the' && has(unit, MEANS.rated)) ||
    around.some(({ text }) => RATE.test(text))
  );
}

/** "How many gates, 1 or 2?" */
function asksSize(reader: Reader, start: number, end: number, known: Known): boolean {
  const asked = [...sentenceBefore(reader, start), ...clauseAround(reader, start, end).right];
  return (
    sentenceBehind(reader, end).some(({ raw }) => raw === '?') &&
    asked.some((token) => isOfSize(token, known) || has(token, MEANS.thing))
  );
}

const CHOOSES =
  /^(?:pick|picks|take|takes|choose|chose|use|uses|with|go|try|uso|use|usamos|tomo|con)$/;

/** "most people pick 3" */
const isChosen = ([before]: readonly Token[]) => CHOOSES.test(before?.text ?? '');

const STATES = /^(?:is|are|be|it's|that's|for|at|of|makes?|comes?|lands?|es|son|por|a)$/;

/** "3 inches is typical, 2 for a refresh": a size close to the one before it, whose unit it shares. */
function sharesUnit(numerals: readonly Numeral[], before: readonly Token[]): boolean {
  if (STATES.test(before[0]?.text ?? '')) return false;
  const unit = before.findIndex((token) => has(token, MEANS.unit | MEANS.time));
  const [size] = unit < 0 ? [] : readFigures(before[unit + 1]?.text ?? '');
  return (
    before[unit + 1]?.kind === 'number' &&
    size !== undefined &&
    numerals.every(
      ({ values: [value = 0] }) => value < SIZE_MAX && value * 4 >= size && value <= size * 2,
    )
  );
}

/** Whether a word speaks of sizes, or names something that a quote asks for. */
const isOfSize = (token: Token, { facts }: Known) =>
  (has(token, MEANS.unit | MEANS.size | MEANS.percent) && !has(token, MEANS.ambiguous)) ||
  facts.inputWords.has(token.text) ||
  /^calcula(?:tor|dora)$/.test(token.text);

const REPEATED_MAX = 400;
const LIMITS = /^(?:limit|maximum|max|most|largest|limite|maximo)$/;

/** Whether it is a size of this conversation, or a limit of the calculator's. */
function isSize(values: readonly number[], around: readonly Token[], known: Known): boolean {
  const isBelow = (most: number) => values.every((value) => value <= most);
  const isRepeated = isBelow(REPEATED_MAX) && known.isVisitors(values, 'all');
  const isLimit = isBelow(SIZE_MAX) || around.some(({ text }) => LIMITS.test(text));
  return (
    known.isSize(values) ||
    (isRepeated && !known.offeredMoney) ||
    (isLimit && known.isLimit(values))
  );
}

const LIKE_PRICE =
  /^(?:would|could|be|run|comes?|lands?|sits?|goes|looking|around|about|roughly|approximately|sería|serían|unos|como)$/;

/** "would be", "around": what comes before a price more often than before anything else. */
const isLikePrice = (reader: Reader, start: number) =>
  sentenceBefore(reader, start)
    .slice(0, 4)
    .some(({ text }) => LIKE_PRICE.test(text));
