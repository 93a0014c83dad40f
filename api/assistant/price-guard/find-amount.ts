import Big from 'big.js';
import { type Money, moneyAfter, moneyBefore } from './money-words.ts';
import {
  isShortThousands,
  isThousands,
  lastTimes,
  type Numeral,
  numeralAt,
  valuesOf,
} from './numeral.ts';
import { priceContext } from './price-context.ts';
import { hasPriceSuffix } from './price-suffix.ts';
import type { TokenReader } from './tokens.ts';

/** An amount of money in a text. */
export interface Amount {
  end: number;
  /** For each end of a range, or for the one amount: everything that it may mean. */
  stated: Big[][];
  /** ISO 4217 codes it may be in; null when the text does not say. */
  currencies: readonly string[] | null;
  /** Whether a noun may follow that it describes: "a $500 deposit", "a five hundred dollar deposit". */
  describes: boolean;
}

/** One amount with what marks it as money. */
interface Price extends Amount {
  numeral: Numeral;
  /** Marked after the number, so that a number before it can share the mark: "5 to 7 dollars". */
  shares: boolean;
}

const WEAK_CONTEXT_MIN = 1_000; // below it, a bare number after "the total is" may be a size

/**
 * The amount of money that begins at `start`, or null. `before` is the text up to there.
 * Throws UNDECIDED while the text may still become one, or a longer one.
 */
export function amountAt(reader: TokenReader, start: number, before: string): Amount | null {
  const between = /\b(?:between|entre)\s+$/i.test(before);
  const begin = skipRoughly(reader, start);
  const first = priceAt(reader, begin);
  const amount = first
    ? longerRange(reader, first, between)
    : (sharedRange(reader, begin, between) ??
      bareAmount(reader, begin, before, between) ??
      lonelyGrand(reader, begin, before));
  return amount && { ...amount, end: tailEnd(reader, start, amount.end) };
}

/** "unos $500", which only Spanish puts before a number. */
function skipRoughly(reader: TokenReader, start: number): number {
  const { folded, end } = reader.at(start);
  return folded === 'unos' || folded === 'unas' ? reader.afterFiller(end).start : start;
}

/** A number that is marked as money. */
function priceAt(reader: TokenReader, start: number): Price | null {
  const before = moneyBefore(reader, start);
  const numeral = numeralAt(
    reader,
    before ? reader.afterFiller(before.end).start : start,
    !!before,
  );
  if (!numeral) return null;
  const after = moneyAfter(reader, numeral.end);
  if (before)
    return price(numeral, after?.end ?? numeral.end, { ...before, describes: true }, false);
  if (after) return price(numeral, after.end, after, true);
  const unmarked = isShortThousands(numeral)
    ? !countsThings(reader, numeral.end)
    : isThousands(numeral) && standsAlone(reader, numeral.end);
  if (!unmarked) return null;
  return price(numeral, numeral.end, { currencies: null, factor: 1, describes: false }, true);
}

/** "12k sq ft", "12k happy customers". */
function countsThings(reader: TokenReader, end: number): boolean {
  const next = reader.afterFiller(end);
  if (next.kind !== 'word' || next.meaning) return next.meaning?.thing === true;
  return reader.afterFiller(next.end).meaning?.thing === true;
}

function price(
  numeral: Numeral,
  end: number,
  { currencies, factor, describes }: Omit<Money, 'end'>,
  shares: boolean,
): Price {
  const stated = [valuesOf(numeral).map((value) => value.times(factor))];
  return { numeral, end, stated, currencies, describes, shares };
}

/** "$8,000 to $10,000", "$5-7"; between "between" and "and", and where one of them has no mark too. */
function longerRange(reader: TokenReader, first: Price, between: boolean): Amount {
  const from = rangeJoint(reader, first.end, between);
  if (from === null) return first;
  const second = priceAt(reader, from);
  if (second) return joined(first, second);
  const bare = numeralAt(reader, from, true);
  if (!bare || isThing(reader, bare.end)) return first;
  return { ...first, end: bare.end, stated: [...first.stated, valuesOf(bare)] };
}

/** "5 to 7 dollars", "8 or 10 thousand bucks": the first number shares the second one's mark. */
function sharedRange(reader: TokenReader, start: number, between: boolean): Amount | null {
  const first = numeralAt(reader, start, false);
  const from = first && rangeJoint(reader, first.end, between);
  if (!first || from === null) return null;
  const second = priceAt(reader, from);
  if (!second?.shares) return null;
  const times = lastTimes(second.numeral);
  const values = valuesOf(first).flatMap((value) => [value, value.times(times)]);
  return joined({ ...second, stated: [values] }, second);
}

const joined = (first: Amount, second: Amount): Amount => ({
  ...second,
  stated: [...first.stated, ...second.stated],
  currencies: first.currencies ?? second.currencies,
});

/** Where a range goes on behind its joint; null where there is none. */
function rangeJoint(reader: TokenReader, end: number, between: boolean): number | null {
  const joint = reader.afterFiller(end);
  const word = joint.meaning?.range && (between || !/^(and|y)$/.test(joint.folded));
  if (joint.kind !== 'dash' && !word) return null;
  return reader.afterFiller(joint.end).start;
}

/** A number without any mark, where the words before it speak of a price and none after it of a size. */
function bareAmount(
  reader: TokenReader,
  start: number,
  before: string,
  between: boolean,
): Amount | null {
  const numeral = numeralAt(reader, start, false);
  if (!numeral) return null;
  const context = contextOf(reader, start, before, numeral);
  if (!context) return null;
  const from = rangeJoint(reader, numeral.end, between);
  const second = from === null ? null : numeralAt(reader, from, false);
  const end = second?.end ?? numeral.end;
  const stated = [numeral, ...(second ? [second] : [])].map(valuesOf);
  const small = stated.every(([value]) => value?.lt(WEAK_CONTEXT_MIN));
  if (context !== 'suffix' && !standsAlone(reader, end)) return null;
  if ((context === 'weak' || context === 'vague') && small) return null;
  if (/\bfor (?:you|us|them) at\s+$/i.test(before)) return null;
  const isDated =
    context === 'vague' || /\b(?:in|since|from|for|looking at|en|desde)\s+$/i.test(before);
  if (isDated && isYear(reader.at(start).text)) return null;
  return { end, stated, currencies: null, describes: false };
}

function contextOf(reader: TokenReader, start: number, before: string, numeral: Numeral) {
  if (MONEY_SHAPED.test(reader.at(start).text)) return 'strong';
  const context = priceContext(before);
  if (context === 'strong') return context;
  const value = valuesOf(numeral)[0]?.toNumber() ?? 0;
  return hasPriceSuffix(reader, numeral.end, value) ? 'suffix' : context;
}

const MONEY_SHAPED = /^\d{1,3}(?:,\d{3})+\.\d\d$/;

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text);

function standsAlone(reader: TokenReader, end: number): boolean {
  const next = reader.afterFiller(end);
  if (next.kind === 'word') return next.meaning?.follows === true && !next.meaning.thing;
  // half past eight
  if (next.text === ':' && reader.at(next.end).kind === 'number') return false;
  return next.kind === 'end' || /[.!?,;:)\]\n\r"”»…+—–]/.test(next.text);
}

function isThing(reader: TokenReader, end: number): boolean {
  const next = reader.afterFiller(end);
  return next.meaning?.thing === true || next.text === '%' || /^x/.test(next.folded);
}

/** "for a grand": the article has passed already. */
function lonelyGrand(reader: TokenReader, start: number, before: string): Amount | null {
  const { folded, end } = reader.at(start);
  if (folded !== 'grand' || !/\b(?:a|one)\s+$/i.test(before)) return null;
  const total = reader.afterFiller(end).folded === 'total';
  if (total || !standsAlone(reader, end)) return null;
  return { end, stated: [[new Big(1_000)]], currencies: null, describes: false };
}

/** Markup that was opened and not closed. */
function openMark(text: string): string | undefined {
  return ['**', '`', '*'].find((mark) => text.split(mark).length % 2 === 0);
}

const UNIT_LONGEST = 20; // characters; beyond, nothing is held back for it

/** "$4,500+", "$12/sq ft", "$**1,200**": what hangs on to an amount goes with it. */
function tailEnd(reader: TokenReader, start: number, amountEnd: number): number {
  let end = amountEnd;
  const mark = openMark(reader.text.slice(start, end));
  if (mark && [...mark].every((char, i) => reader.at(end + i).text === char)) end += mark.length;
  const next = reader.at(end);
  if (next.text === '+') return next.end;
  if (next.text !== '/') return end;
  const unit = reader.at(next.end);
  if (unit.kind !== 'word' || unit.text.length > UNIT_LONGEST) return end;
  reader.at(unit.end); // undecided while the word may go on
  if (!/^(sq|square|lin|linear|cu|cubic)$/.test(unit.folded)) return unit.end;
  const rest = reader.afterFiller(unit.end);
  return rest.kind === 'word' && rest.meaning?.thing ? rest.end : unit.end;
}
