import { clauseAround, says, sentenceBefore, sentenceBehind, linesBefore } from './clause.ts';
import type { Known } from './known.ts';
import { type Numeral, numeralAt } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const MONEYED =
  MEANS.price |
  MEANS.money |
  MEANS.terms |
  MEANS.tax |
  MEANS.labor |
  MEANS.delivery |
  MEANS.discount;

export const speaksOfMoney = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'sign' || has(token, MONEYED));

export const BARE_MAX = 1_000;
const NUMERALS_MAX = 3; // more in a row spell a number

/** Whether what is held from `start` to `end` are bare numbers where nobody speaks of money. */
export function isApartFromMoney(
  reader: Reader,
  start: number,
  end: number,
  known: Known,
): boolean {
  const numerals = numeralsIn(reader, start, end);
  if (numerals.length === 0 || numerals.length > NUMERALS_MAX) return false;
  const around = [...sentenceBefore(reader, start), ...sentenceBehind(reader, end)];
  if (
    !around.some(({ kind }) => kind === 'word') ||
    speaksOfMoney(around) ||
    around.some(({ text }) => RATE.test(text)) ||
    isRated(reader, end)
  )
    return false;
  const every = (is: (values: number[]) => boolean) =>
    numerals.every(({ values, multiplied }) => !multiplied && values.length > 0 && is(values));
  const text = [...linesBefore(reader, start), ...around];
  const isPriced = known.asksPrice || speaksOfMoney(text);
  const isSized = text.some((token) => isOfSize(token, known));
  if (asksSize(reader, start, end, known) && every((values) => isBelow(SIZE_MAX, values)))
    return true;
  if (isChosen(reader, start) && every((values) => isBelow(COUNT_MAX, values))) return true;
  if (isSized && every((values) => isSize(values, around, known))) return true;
  if (isPriced || isLikePrice(reader, start)) return false;
  const mostPhysical = isSized ? SIZE_MAX : says(text, MEANS.thing) ? COUNT_MAX : 0;
  const isYear = /^(?:19|20)\d\d$/.test(reader.at(start).raw);
  return every(
    (values) => isYear || isBelow(mostPhysical, values) || known.isVisitorsOther(values),
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
const isChosen = (reader: Reader, start: number) =>
  CHOOSES.test(sentenceBefore(reader, start)[0]?.text ?? '');

const SIZE_MAX = 100;
const COUNT_MAX = 13;
const isBelow = (most: number, values: readonly number[]) => values.every((value) => value < most);

const RATE = /^(?:per|each|apiece|cada)$/;

/** "38 a foot", "38 the linear foot". */
function isRated(reader: Reader, end: number): boolean {
  const article = reader.next(end);
  const unit = reader.at(reader.next(article + 1));
  return (
    rateBehind(reader, end).length > 0 ||
    (reader.at(article).text === 'the' && has(unit, MEANS.rated))
  );
}

/** "would be", "around": what comes before a price more often than before anything else. */
const isLikePrice = (reader: Reader, start: number) =>
  sentenceBefore(reader, start)
    .slice(0, 4)
    .some(({ text }) => LIKE_PRICE.test(text));

const LIKE_PRICE =
  /^(?:would|could|be|run|comes?|lands?|sits?|goes|looking|around|about|roughly|approximately|sería|serían|unos|como)$/;

const LIMIT_MAX = 100; // a larger limit could be read as a price
const REPEATED_MAX = 400;
const LIMITS = /^(?:limit|maximum|max|most|largest|limite|maximo)$/;

const isSize = (values: readonly number[], around: readonly Token[], known: Known) =>
  known.isSize(values) ||
  (!known.offeredMoney && isBelow(REPEATED_MAX, values) && known.isVisitors(values, 'all')) ||
  (known.isLimit(values) &&
    (values.every((value) => value <= LIMIT_MAX) || around.some(({ text }) => LIMITS.test(text))));

/** Whether a word speaks of sizes, or names something that a quote asks for. */
const isOfSize = (token: Token, { facts }: Known) =>
  (has(token, MEANS.unit | MEANS.size | MEANS.percent) && !has(token, MEANS.ambiguous)) ||
  facts.inputWords.has(token.text) ||
  /^calcula(?:tor|dora)$/.test(token.text);

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
