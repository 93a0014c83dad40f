import { wordSet } from './fold.ts';
import { speaksOfMoney as saysMoney } from './foreign-claims.ts';
import type { Language } from './language.ts';
import { speaksOfMoney } from './money-context.ts';
import type { Token } from './token.ts';
import { ASKS_PRICE } from './vocabulary/context.ts';

const asks = wordSet(ASKS_PRICE);
const HOW_MUCH =
  /\bhow much(?: (?:is|are|was|were|for|would|will|do|does|did|you|to|the|my|it|this|that|an?)\b| *(?:[?.!,]|$))/i;
const FOREIGN_MAX = 2_000; // characters; a question for a price is shorter

/** Whether a message speaks of money, or asks for a number in disguise. */
export const asksPrice = (text: string, tokens: readonly Token[], language: Language): boolean =>
  speaksOfMoney(tokens) ||
  tokens.some((token) => asks.has(token.text)) ||
  HOW_MUCH.test(text) ||
  (language === 'other' && saysMoney(text.slice(0, FOREIGN_MAX)));
