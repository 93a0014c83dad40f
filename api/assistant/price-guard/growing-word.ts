import { mayBecomeSuspicious } from './lexicon.ts';
import { DOLLAR_LETTERS } from './vocabulary/money.ts';
import { mayBeRoman } from './vocabulary/numerals.ts';

export const isLatin = (text: string) => /^[a-zA-Z]/.test(text);

const STARTS_KEPT = 5_000;
const starts = new Map<string, boolean>();

/** Whether a word that still grows may become one that has to be judged. */
export function mayBeJudged(start: string): boolean {
  let may = starts.get(start);
  if (may === undefined) {
    may = mayBecomeSuspicious(start.toLowerCase()) || CAPITALS.has(start) || mayBeRoman(start);
    if (starts.size >= STARTS_KEPT) starts.clear();
    starts.set(start, may);
  }
  return may;
}

const CAPITALS = new Set(
  Object.keys(DOLLAR_LETTERS).flatMap((letters) => [letters.charAt(0), letters]),
);
