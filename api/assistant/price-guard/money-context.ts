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
