import { accepts } from './acceptance.ts';
import { claimsPrice, repeatsBudget, speaksOfMoney } from './foreign-claims.ts';
import { judge } from './judge.ts';
import type { Known } from './known.ts';
import { isForeignScript, languageOf } from './language.ts';
import { readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';
import { hold, pass, type Verdict } from './verdict.ts';

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
  const text = tokens.map(({ raw }) => raw).join('');
  const language = languageOf(tokens, known.language);
  const isForeign = language === 'other' || tokens.some(isForeignScript);
  const isQuoted = known.quotes.quotes.length > 0;
  if (hasUnknown(reader, start, end, known, excuseIn(tokens, text, isForeign, known)))
    return isForeign || accepts(tokens, isFirst, known.isAsked, false, false)
      ? hold(end, 'sentence')
      : null;
  const hasKnownNumbers = tokens.some(({ kind }) => kind === 'number');
  const { offeredMoney: offered } = known;
  if (isForeign && claimsPrice(text, { hasKnownNumbers, offered, quoted: isQuoted }))
    return hold(end, 'sentence');
  const isAccepted = offered && accepts(tokens, isFirst, known.isAsked, hasKnownNumbers, isQuoted);
  return isAccepted ? hold(end, 'sentence') : isForeign ? pass(end) : null;
}

type Excuse = (taken: readonly Token[]) => boolean;

/** Which numbers may pass in another language: sizes where no money is spoken of, and a budget. */
function excuseIn(
  tokens: readonly Token[],
  text: string,
  isForeign: boolean,
  known: Known,
): Excuse {
  const mayPassSizes =
    isForeign &&
    !known.offeredMoney &&
    !tokens.some(({ kind }) => kind === 'sign') &&
    !speaksOfMoney(text);
  const isBudget = isForeign && repeatsBudget(text);
  const isSize = (values: number[]) => known.isSize(values) || known.isLimit(values);
  return (taken) =>
    (mayPassSizes && taken.length === 1 && isEvery(taken, isSize)) ||
    (isBudget && isEvery(taken, (values) => known.isVisitors(values, 'amounts')));
}

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
    if (held && !(held.what === 'amount' && isExcused(reader.tokens.slice(at, to)))) return true;
    at = Math.max(at + 1, to);
  }
  return false;
}

/** Whether numbers are in what is held, in figures only, and all of a kind. */
function isEvery(taken: readonly Token[], isKnown: (values: number[]) => boolean): boolean {
  const numbers = taken.filter(({ kind }) => kind === 'number');
  return numbers.length > 0 && numbers.every(({ text }) => isKnown(readFigures(text).slice(0, 1)));
}
