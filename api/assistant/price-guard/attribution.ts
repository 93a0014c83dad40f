import { clauseAround } from './clause.ts';
import { fold } from './fold.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { ASSERTING_BEHIND, VISITORS_AFTER, VISITORS_BEFORE } from './vocabulary/context.ts';
import { MEANS } from './vocabulary/meaning.ts';

const NEAR_BEFORE = 9; // words between "you mentioned" and its amount
const NEAR_BEHIND = 7;

const split = (phrases: readonly string[]) => phrases.map((phrase) => phrase.split(' ').map(fold));
const BEFORE = split(VISITORS_BEFORE);
const BEHIND = split(VISITORS_AFTER);
const ASSERTS = new Set(ASSERTING_BEHIND.split(' ').map(fold));

/**
 * Whether an amount is said to be the visitor's ("your budget of $5,000", "the $7,200 you were quoted") and
 * is not accepted in the same breath ("your $5,000 works"). It may be compared with a quote, if there is one.
 */
export function isAttributed(
  reader: Reader,
  start: number,
  end: number,
  isCompared: boolean,
): boolean {
  const { left, right } = clauseAround(reader, start, end);
  const before = wordsOf(left.slice(0, NEAR_BEFORE).reverse());
  const behind = wordsOf(right);
  const next = reader.at(reader.next(end)).raw;
  const isOwned = OWNED.test(left[0]?.text ?? '') && !isOurs(right[0]);
  const isLimit = isNamedLimit(behind);
  if (isOwned && isJudged(behind)) return isCompared;
  if (isLimit || (isOwned && (!asserts(behind.slice(0, 2)) || isNoted(behind)))) return true;
  if (asserts(behind.slice(0, 5)) && next !== ',') return false;
  if (isFromElsewhere(right)) return true;
  return (
    BEFORE.some((phrase) => contains(before, phrase)) ||
    BEHIND.some((phrase) => contains(behind.slice(0, NEAR_BEHIND), phrase))
  );
}

const OWNED = /^(?:your|su|sus|tu|tus)$/;
const LIMITS =
  /^(?:limit|ceiling|max|maximum|cap|budget|top|target|tope|límite|limite|presupuesto|máximo|maximo)$/;

const asserts = (words: readonly string[]) => words.some((word) => ASSERTS.has(word));

/** "is your upper limit", "as your maximum". */
function isNamedLimit(behind: readonly string[]): boolean {
  const owner = behind
    .slice(0, 3)
    .findIndex((word) => OWNED.test(word) || /^(?:the|el)$/.test(word));
  return owner >= 0 && behind.slice(owner + 1, owner + 3).some((word) => LIMITS.test(word));
}

/** "your $5,000 patio", "your $5,000 total". */
const isOurs = (next: Token | undefined) =>
  next?.kind === 'word' &&
  !LIMITS.test(next.text) &&
  !has(next, MEANS.function | MEANS.filler | MEANS.range);

/** "is just short of", "covers", "le alcanza": whether it is enough can be said of a quote only. */
const isJudged = (behind: readonly string[]) =>
  behind.slice(0, 3).some((word) => JUDGED.test(word));
const JUDGED =
  /^(?:short|just|below|under|above|over|less|more|slightly|well|covers?|alcanza|sobra|falta|basta|cubre)$/;

const isNoted = ([verb, how]: readonly string[]) =>
  verb === 'is' && /^(?:noted|clear|in|on)$/.test(how ?? '');

/** "the 1,300 from Home Depot". */
const isFromElsewhere = ([joint, source]: readonly Token[]) =>
  /^(?:from|at|by|de)$/.test(joint?.text ?? '') &&
  source?.kind === 'word' &&
  /^\p{Lu}/u.test(source.raw);

/** "you'd" is two words. */
const wordsOf = (tokens: readonly Token[]) =>
  tokens.flatMap((token) => (token.kind === 'word' ? token.text.split("'") : []));

const contains = (words: readonly string[], phrase: readonly string[]) =>
  words.some((_, at) => phrase.every((word, i) => words[at + i] === word));
