import { clauseAround } from './clause.ts';
import { fold, wordSet } from './fold.ts';
import { MONEYED } from './money-context.ts';
import type { Reader } from './reader.ts';
import { isDenied } from './stance.ts';
import { has, isNumeral, type Token } from './token.ts';
import { hold, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';
import * as words from './vocabulary/shares.ts';

const shares = wordSet(words.SHARES);
const whole = wordSet(words.WHOLE_SHARES);
const parts = wordSet(words.PARTS);
const numerators = wordSet(words.NUMERATORS);
const joints = wordSet(words.JOINTS);
const paying = wordSet(words.PAYING);
const payingStems = new RegExp(`^(?:${words.PAYING_STEMS.replaceAll(' ', '|')})`);
const pricedAt = wordSet(words.PRICED_AT);

const PRICED = MONEYED | MEANS.total;
const MEASURE = MEANS.unit | MEANS.size | MEANS.time | MEANS.thing;
const JOINTS_MAX = 4;

/** A share of a price: "half off", "a third of the total", "you only pay half"; null if it is none. */
export function judgeShare(reader: Reader, start: number): Verdict | null {
  const share = shareAt(reader, start);
  if (share === null || isDenied(reader, start)) return null;
  const isOther = reader.at(reader.back(start)).text === 'other';
  const of = whatFollows(reader, share);
  const noun = reader.at(of);
  const terms = (end: number) => hold(end, 'terms');
  if (has(noun, PRICED)) return terms(of + 1);
  if (isMeasure(noun) || noun.kind === 'number') return null;
  if (noun.kind === 'word' && !has(noun, MEANS.function | MEANS.filler) && !paying.has(noun.text))
    return of > reader.next(share) ? null : isPaid(reader, start, share) ? terms(share) : null;
  if (isOther && !has(noun, MEANS.terms))
    return isPaid(reader, start, share, 0) ? terms(share) : null;
  return isPaid(reader, start, share) || isPricedAt(reader, start) ? terms(share) : null;
}

/** Where a share ends that is said here; null if none is. */
function shareAt(reader: Reader, start: number): number | null {
  const { text } = reader.at(start);
  const next = reader.next(start + 1);
  if (parts.has(text)) return fold(reader.at(next).text) === 'parte' ? next + 1 : null;
  if (!shares.has(text)) return null;
  const before = reader.at(reader.back(start));
  if (reader.at(start + 1).kind === 'dash') return null; // "third-party", "half-round"
  const isCounted = numerators.has(before.text) || isNumeral(before);
  const isTaken =
    has(reader.at(next), MEANS.discount) || /^(?:less|more|again)$/.test(reader.at(next).text);
  if (before.text === 'the' && !whole.has(text)) return null; // "the third line"
  return whole.has(text) || isCounted || isTaken ? start + 1 : null;
}

/** The first word behind that is no article: what the share is of. */
function whatFollows(reader: Reader, end: number): number {
  let at = reader.next(end);
  for (let i = 0; i < JOINTS_MAX && joints.has(reader.at(at).text); i++) at = reader.next(at + 1);
  return at;
}

const isMeasure = (token: Token) =>
  has(token, MEASURE) && !has(token, MEANS.function | MEANS.ambiguous);

const RUN = /^runs?$/; // "run a quote"

/** Whether the clause speaks of paying. */
function isPaid(reader: Reader, start: number, end: number, words = 1): boolean {
  const { left, right } = clauseAround(reader, start, end);
  return [...left, ...right].some(
    (token) =>
      (has(token, MONEYED) && !has(token, MEANS.slang | MEANS.unit) && !RUN.test(token.text)) ||
      (words > 0 && paying.has(token.text)) ||
      payingStems.test(token.text),
  );
}

/** "I'll do it for half." */
function isPricedAt(reader: Reader, start: number): boolean {
  let at = reader.back(start);
  if (/^(?:a|la|un)$/.test(reader.at(at).text)) at = reader.back(at);
  return pricedAt.has(reader.at(at).text);
}
