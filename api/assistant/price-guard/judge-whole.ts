import { accepts } from './acceptance.ts';
import { claimsPrice, denies, repeatsBudget, speaksOfMoney } from './foreign-claims.ts';
import { judge } from './judge.ts';
import type { Known } from './known.ts';
import { isForeignScript, languageOf } from './language.ts';
import { readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { type Held, hold, pass, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

/**
 * Judges a sentence as a whole: one claim in it, and all of it is replaced. Null if it can be judged number by
 * number, as in English and Spanish where nothing but a number is unknown.
 */
export function judgeWhole(
  reader: Reader,
  start: number,
  end: number,
  known: Known,
  isFirst: boolean,
): Verdict | null {
  const tokens = reader.tokens.slice(start, end);
  const text = textOf(tokens);
  const language = languageOf(tokens, known.language);
  const isForeign = language === 'other' || tokens.some(isForeignScript);
  const isQuoted = known.quotes.quotes.length > 0;
  if (hasUnknown(reader, start, end, known, excuseIn(tokens, text, isForeign, known)))
    return isForeign || accepts(tokens, isFirst, known.isAsked, false, false)
      ? hold(end, 'sentence')
      : null;
  const hasKnownNumbers = tokens.some(({ kind }) => kind === 'number');
  const { offeredMoney: offered } = known;
  if (
    isForeign &&
    claimsPrice(text, {
      asked: known.asksNow,
      hasKnownNumbers,
      offered,
      named: known.offered,
      quoted: isQuoted,
    })
  )
    return hold(end, 'sentence');
  const isAccepted = offered && accepts(tokens, isFirst, known.isAsked, hasKnownNumbers, isQuoted);
  return isAccepted ? hold(end, 'sentence') : isForeign ? pass(end) : null;
}

type Excuse = (held: Held, taken: readonly Token[], clause: () => string) => boolean;

/** Which numbers may pass in another language: sizes where no money is spoken of, and a budget. */
function excuseIn(
  tokens: readonly Token[],
  text: string,
  isForeign: boolean,
  known: Known,
): Excuse {
  if (!isForeign) return () => false;
  const mayPassSizes =
    !known.offeredMoney && !tokens.some(({ kind }) => kind === 'sign') && !speaksOfMoney(text);
  const isBudget = repeatsBudget(text);
  const isSize = (values: number[]) =>
    known.isSize(values) ||
    known.isLimit(values) ||
    (!known.asksPrice && values.every((value) => value < BARE_MAX));
  const denials = new Map<string, boolean>(); // many wordings stand in one clause
  const isDenial = (clause: string) => {
    const is = denials.get(clause) ?? denies(clause);
    denials.set(clause, is);
    return is;
  };
  return ({ what }, taken, clause) =>
    (what !== 'amount' && isDenial(clause())) ||
    (mayPassSizes && what === 'amount' && isBare(taken) && isEvery(taken, isSize)) ||
    (isBudget && isEvery(taken, (values) => known.isVisitors(values, 'amounts')));
}

const BARE_MAX = 1_000; // a larger number without a unit could be read as a price

/** Whether a number or wording is in the sentence that may not pass. */
function hasUnknown(
  reader: Reader,
  start: number,
  end: number,
  known: Known,
  isExcused: Excuse,
): boolean {
  for (let at = start; at < end; ) {
    if (!reader.at(at).judged) {
      at++;
      continue;
    }
    const { held, end: to } = judge(reader, at, known);
    const clause = () => clauseTextAt(reader, start, end, at);
    if (held && !isExcused(held, reader.tokens.slice(at, to), clause)) return true;
    at = Math.max(at + 1, to);
  }
  return false;
}

const COMMA = /^[,，、،;；:：]$/;

function clauseTextAt(reader: Reader, start: number, end: number, at: number): string {
  const tokens = reader.tokens.slice(start, end);
  const isComma = ({ raw }: Token) => COMMA.test(raw);
  const from = tokens.slice(0, at - start).findLastIndex(isComma) + 1;
  const to = tokens.findIndex((token, i) => i >= at - start && isComma(token));
  return textOf(tokens.slice(from, to < 0 ? tokens.length : to));
}

const textOf = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join('');

/** Figures without words, but for those that join a range. */
const isBare = (taken: readonly Token[]) =>
  taken.every((token) => token.kind !== 'word' || has(token, MEANS.range));

/** Whether numbers are in what is held, in figures only, and all of a kind. */
function isEvery(taken: readonly Token[], isKnown: (values: number[]) => boolean): boolean {
  const numbers = taken.filter(({ kind }) => kind === 'number');
  return numbers.length > 0 && numbers.every(({ text }) => isKnown(readFigures(text).slice(0, 1)));
}
