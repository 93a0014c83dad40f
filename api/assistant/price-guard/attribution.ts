import { clauseAround } from './clause.ts';
import { fold } from './fold.ts';
import type { Token } from './lexer.ts';
import type { Reader } from './reader.ts';
import { ASSERTING_BEHIND, VISITORS_AFTER, VISITORS_BEFORE } from './vocabulary/context.ts';

const NEAR_BEFORE = 9; // words between "you mentioned" and its amount
const NEAR_BEHIND = 7;

const split = (phrases: readonly string[]) => phrases.map((phrase) => phrase.split(' ').map(fold));
const BEFORE = split(VISITORS_BEFORE);
const BEHIND = split(VISITORS_AFTER);
const ASSERTS = new Set(ASSERTING_BEHIND.split(' ').map(fold));

/**
 * Whether an amount is said to be the visitor's ("your budget of $5,000", "the $7,200 you were quoted") and
 * is not accepted in the same breath ("your $5,000 works").
 */
export function isAttributed(reader: Reader, start: number, end: number): boolean {
  const { left, right } = clauseAround(reader, start, end);
  const before = wordsOf(left.slice(0, NEAR_BEFORE).reverse());
  const behind = wordsOf(right);
  const next = reader.at(reader.next(end)).raw;
  if (behind.slice(0, 5).some((word) => ASSERTS.has(word)) && next !== ',') return false;
  return (
    BEFORE.some((phrase) => contains(before, phrase)) ||
    BEHIND.some((phrase) => contains(behind.slice(0, NEAR_BEHIND), phrase))
  );
}

/** "you'd" is two words. */
const wordsOf = (tokens: readonly Token[]) =>
  tokens.flatMap((token) => (token.kind === 'word' ? token.text.split("'") : []));

const contains = (words: readonly string[], phrase: readonly string[]) =>
  words.some((_, at) => phrase.every((word, i) => words[at + i] === word));
