import { fold } from './fold.ts';
import { has, type Token } from './token.ts';
import {
  ACKNOWLEDGES,
  OFFERS,
  OPEN,
  OTHER_NUMBERS,
  STANCES,
  SUFFICES,
} from './vocabulary/acceptance.ts';
import { MEANS } from './vocabulary/meaning.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const stances = setOf(STANCES);
const suffices = setOf(SUFFICES);
const open = setOf(OPEN);
const acknowledges = setOf(ACKNOWLEDGES);
const offers = setOf(OFFERS);
const otherNumbers = setOf(OTHER_NUMBERS);

const wordsOf = (tokens: readonly Token[]) =>
  tokens.flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));

const FIRST_MAX = 9; // words; a longer sentence says more than yes or no
const LATER_MAX = 4;

/**
 * Whether a sentence takes up the amount that the visitor has just named: "Totally doable.", "A bit low."
 * Not one that asks, refuses, or goes on to the next step.
 */
export function accepts(
  sentence: readonly Token[],
  isFirst: boolean,
  isAsked: boolean,
  hasKnownNumbers: boolean,
  quoted: boolean,
): boolean {
  const words = wordsOf(sentence);
  if (sentence.some(({ raw }) => raw === '?') || (hasKnownNumbers && quoted)) return false;
  if (words.length === 0 || words.some((word) => open.has(word))) return false;
  if (words.some((word) => suffices.has(word))) return true;
  if (hasKnownNumbers || words.length > (isFirst ? FIRST_MAX : LATER_MAX)) return false;
  if (isAsked) return !words.some((word) => acknowledges.has(word));
  return isFirst && words.some((word) => stances.has(word));
}

const SIZE_MAX = 400; // "is 12x16 over 200?"
const OFFER_MIN = 100; // a smaller number without a word of money is a size, a count or an hour

/** Whether a message names an amount of money that an answer could accept. */
export function namesAmount(
  tokens: readonly Token[],
  amounts: ReadonlySet<string>,
  isMoneyMarked: boolean,
  hasSizes: boolean,
): boolean {
  if (amounts.size === 0) return false;
  if (isMoneyMarked) return true;
  if (tokens.some((token) => has(token, MEANS.price))) return true;
  if (hasSizes && [...amounts].every((amount) => Number(amount) < SIZE_MAX)) return false;
  const words = wordsOf(tokens);
  if (words.some((word) => offers.has(word))) return true;
  if (!tokens.some(({ raw }) => /^[?？吗嗎]$/.test(raw))) return false;
  if (words.length === 0 || words.some((word) => otherNumbers.has(word))) return false;
  return [...amounts].some((amount) => Number(amount) >= OFFER_MIN) && !tokens.some(isYear);
}

const isYear = ({ kind, text }: Token) => kind === 'number' && /^(?:19[5-9]|20[0-4])\d$/.test(text);
