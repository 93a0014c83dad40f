import { accepts } from './acceptance.ts';
import { claimsPrice, repeatsBudget, speaksOfMoney } from './foreign-claims.ts';
import { judge } from './judge.ts';
import type { Known } from './known.ts';
import { isForeignScript, languageOf } from './language.ts';
import type { Token } from './lexer.ts';
import { readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import { hold, pass, type Verdict } from './verdict.ts';

/**
 * Judges a sentence that has waited for its end: one claim in it, and all of it is replaced. Null if it can be
 * judged number by number, as in English and Spanish where nothing but a number is unknown.
 */
export function judgeSentence(
  reader: Reader,
  start: number,
  end: number,
  known: Known,
  isFirst: boolean,
  progress: { judged: number },
): Verdict | null {
  const tokens = reader.tokens.slice(start, end);
  const text = tokens.map(({ raw }) => raw).join('');
  const language = languageOf(tokens, known.language);
  const isForeign = language === 'other' || tokens.some(isForeignScript);
  const mayPassSizes =
    isForeign &&
    !known.offeredMoney &&
    !tokens.some(({ kind }) => kind === 'sign') &&
    !speaksOfMoney(text);
  const isBudget = isForeign && repeatsBudget(text);
  const isExcused = ({ held }: Verdict, taken: readonly Token[]) =>
    held?.what === 'amount' &&
    ((mayPassSizes &&
      taken.length === 1 &&
      isEvery(taken, (values) => known.isSize(values) || known.isLimit(values))) ||
      (isBudget && isEvery(taken, (values) => known.isVisitors(values, 'amounts'))));
  for (let at = progress.judged; at < end; progress.judged = at) {
    const token = reader.at(at);
    if (!token.judged) {
      at++;
      continue;
    }
    const verdict = judge(reader, at, known);
    if (verdict.held && !isExcused(verdict, reader.tokens.slice(at, verdict.end)))
      return isForeign || accepts(tokens, isFirst, known.isAsked, false, false)
        ? hold(end, 'sentence')
        : null;
    at = Math.max(at + 1, verdict.end);
  }
  const last = Math.max(end, progress.judged);
  const context = {
    hasKnownNumbers: tokens.some(({ kind }) => kind === 'number'),
    offered: known.offeredMoney,
    quoted: known.quotes.quotes.length > 0,
  };
  if (isForeign && claimsPrice(text, context)) return hold(last, 'sentence');
  const isAccepted =
    known.offeredMoney &&
    accepts(tokens, isFirst, known.isAsked, context.hasKnownNumbers, context.quoted);
  return isAccepted ? hold(last, 'sentence') : pass(last);
}

/** Whether numbers are in what is held, in figures only, and all of a kind. */
function isEvery(taken: readonly Token[], isKnown: (values: number[]) => boolean): boolean {
  const numbers = taken.filter(({ kind }) => kind === 'number');
  return numbers.length > 0 && numbers.every(({ text }) => isKnown(readFigures(text)));
}
