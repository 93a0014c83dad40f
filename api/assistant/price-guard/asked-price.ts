import { asksNumber, speaksOfMoney as saysMoney } from './foreign-claims.ts';
import type { Language } from './language.ts';
import { speaksOfMoney } from './money-context.ts';
import type { Token } from './token.ts';

const HOW_MUCH =
  /\bhow much(?: (?:is|are|was|were|for|would|will|do|does|did|you|to|the|my|it|this|that|an?)\b| *(?:[?.!,]|$))/i;
const MESSAGE_MAX = 2_000; // characters; a question for a price is shorter

/** Whether a message speaks of money, or asks for a number in disguise. */
export function asksPrice(message: string, tokens: readonly Token[], language: Language): boolean {
  const text = message.slice(0, MESSAGE_MAX);
  return (
    speaksOfMoney(tokens) ||
    HOW_MUCH.test(text) ||
    asksNumber(text) ||
    (language === 'other' && saysMoney(text))
  );
}
