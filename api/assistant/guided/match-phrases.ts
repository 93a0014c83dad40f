import { foldWord, isCommonWord } from '../../customers/capture/common-words.ts';
import { editDistance } from '../../customers/match/edit-distance.ts';

export interface Word {
  /** Folded: lower case, no diacritics. */
  text: string;
  stem: string;
  start: number;
  end: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu)].map((match) => {
    const folded = foldWord(match[0]);
    return {
      text: folded,
      stem: stem(folded),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** Singular, roughly: enough for "patios", "fences", "pavers", "vallas". */
export function stem(word: string): string {
  if (word.length > 4 && /(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^s]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The same word, allowing typing errors that grow with its length; everyday words must be exact. */
export function isSameWord(heard: Word, meant: string): boolean {
  if (heard.stem === meant || heard.text === meant) return true;
  const { length } = meant;
  if (length < 4 || heard.stem.length < 4 || isCommonWord(heard.text)) return false;
  if (/\d/.test(heard.text) || heard.stem[0] !== meant[0]) return false;
  const limit = length >= 8 ? 2 : 1;
  // a four-letter word has too many neighbours: only swapped letters count
  if (length === 4 && heard.stem.length !== 4) return false;
  const distance = Math.min(
    editDistance(heard.stem, meant, limit),
    editDistance(heard.text, meant, limit),
  );
  if (length === 4) return distance === 1 && sortLetters(heard.stem) === sortLetters(meant);
  return distance <= limit;
}

const sortLetters = (word: string): string => [...word].sort().join('');

const JOINING = /^(?:a|an|the|and|of|for|with|de|del|la|el|y|para|con|en|my|mi)$/;

export interface Phrase {
  words: string[];
  weight: number;
}

/** The words that carry a phrase, as stems. */
export const phraseWords = (phrase: string): string[] =>
  wordsOf(phrase.replace(/_/g, ' '))
    .filter((word) => !JOINING.test(word.text))
    .map((word) => word.stem);

/** Where a phrase stands in the words, in any order and with one joining word between; or null. */
export function findPhrase(heard: Word[], from: number, phrase: string[]): number | null {
  const open = [...phrase];
  let index = from;
  let skipped = 0;
  while (open.length > 0) {
    const word = heard[index];
    if (!word) return null;
    const hit = open.findIndex((meant) => isSameWord(word, meant));
    if (hit >= 0) open.splice(hit, 1);
    else if (index > from && JOINING.test(word.text) && skipped < 2) skipped += 1;
    else return null;
    index += 1;
  }
  return index - 1;
}
