import { fits } from './amount-role.ts';
import { isAttributed } from './attribution.ts';
import { type Clause, clauseAround, textBefore } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

export interface Stated {
  numeral: Numeral;
  /** Where the amount begins and ends, its marks included. */
  start: number;
  end: number;
  /** ISO 4217 codes it may be in; null where the text does not say. */
  currencies: readonly string[] | null;
  inRange: boolean;
  /** The words of the sentence before it. */
  sentence: readonly Token[];
}

/** Whether an amount of money may be said: as what it is in a quote, or as the visitor's own. */
export function mayBeSaid(reader: Reader, known: Known, stated: Stated): boolean {
  const { numeral, start, end, currencies } = stated;
  const amounts = numeral.values.flatMap((value) => known.quotes.amountsOf(value));
  const ours = amounts.filter(
    ({ quote }) => currencies === null || currencies.includes(quote.currency),
  );
  if (ours.length > 0) {
    const clause = ownPart(clauseAround(reader, start, end));
    const rate = rateBehind(reader, end);
    const before = textBefore(reader, start);
    if (ours.some((amount) => fits(amount, clause, rate, known, { ...stated, before })))
      return true;
  }
  return (
    known.isVisitors(numeral.values, 'amounts') &&
    isAttributed(reader, start, end, numeral.values, known)
  );
}

const NEXT_PART = /^(?:and|y|e|while|whereas|but|pero|mientras)$/;

/** Without the words that belong to the amounts before and behind it. */
export function ownPart({ left, right }: Clause): Clause {
  const previous = left.findIndex(({ kind }) => kind === 'sign');
  const own = left.slice(0, Math.max(0, previous));
  const joint = own.findIndex(({ text }) => NEXT_PART.test(text));
  const conjunction = right.findIndex(({ text }) => NEXT_PART.test(text));
  return {
    left: previous > 0 ? own.slice(0, joint < 0 ? own.length : joint + 1) : left,
    right: conjunction >= 0 ? right.slice(0, conjunction) : right,
  };
}
