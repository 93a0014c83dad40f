import { fold } from './fold.ts';
import { has, type Token } from './lexer.ts';
import { OFFERS, OPEN, OTHER_NUMBERS, STANCES, SUFFICES } from './vocabulary/acceptance.ts';
import { MEANS } from './vocabulary/meaning.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const stances = setOf(STANCES);
const suffices = setOf(SUFFICES);
const open = setOf(OPEN);
const offers = setOf(OFFERS);
const otherNumbers = setOf(OTHER_NUMBERS);

const wordsOf = (tokens: readonly Token[]) =>
  tokens.flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));

const SHORT_STANCE = 9; // words; a longer sentence says more than yes or no

/**
 * Whether a sentence takes up the amount that the visitor has just named: "Totally doable.", "A bit low."
 * Not one that asks, refuses, or goes on to the next step.
 */
export function accepts(
  sentence: readonly Token[],
  isFirst: boolean,
  hasKnownNumbers: boolean,
  quoted: boolean,
): boolean {
  const words = wordsOf(sentence);
  if (sentence.some(({ raw }) => raw === '?') || (hasKnownNumbers && quoted)) return false;
  if (words.some((word) => suffices.has(word)) && !words.some((word) => open.has(word)))
    return true;
  if (!isFirst || hasKnownNumbers || words.length === 0 || words.length > SHORT_STANCE)
    return false;
  return words.some((word) => stances.has(word)) && !words.some((word) => open.has(word));
}

const OFFER_MIN = 100; // a smaller number without a word of money is a size, a count or an hour

/** Whether a message names an amount of money that an answer could accept. */
export function namesAmount(
  tokens: readonly Token[],
  amounts: ReadonlySet<string>,
  isMoneyMarked: boolean,
): boolean {
  if (amounts.size === 0) return false;
  if (isMoneyMarked) return true;
  const words = wordsOf(tokens);
  if (words.some((word) => offers.has(word))) return true;
  if (tokens.some((token) => has(token, MEANS.price))) return true;
  if (!tokens.some(({ raw }) => raw === '?' || raw === '？')) return false;
  if (words.length === 0 || words.some((word) => otherNumbers.has(word))) return false;
  return [...amounts].some((amount) => Number(amount) >= OFFER_MIN) && !tokens.some(isYear);
}

const isYear = ({ kind, text }: Token) => kind === 'number' && /^(?:19[5-9]|20[0-4])\d$/.test(text);
