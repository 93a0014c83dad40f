import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** What words of money mean. */
export const MONEYED =
  MEANS.price |
  MEANS.money |
  MEANS.terms |
  MEANS.tax |
  MEANS.labor |
  MEANS.delivery |
  MEANS.discount;

/** Whether words, in the order that they are read in, speak of money. */
export const speaksOfMoney = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.kind === 'sign' ||
      (has(token, MONEYED) && !isOtherwise(token, tokens[i - 1], tokens[i + 1])),
  );

/** "run it again", "6 inches off the wall". */
const isOtherwise = ({ text }: Token, before: Token | undefined, behind: Token | undefined) =>
  (text === 'run' && RUN_WHAT.test(behind?.text ?? '')) ||
  (text === 'off' && before !== undefined && has(before, MEANS.unit));

const RUN_WHAT = /^(?:it|a|an|the|another|your|new|this|that|again)$/;
