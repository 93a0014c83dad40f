import { fold } from './fold.ts';
import { OTHERS, STREAMED } from './vocabulary/languages.ts';

/** What a word or mark shows of its sentence's language: one that streams, Spanish, another, another script. */
export type Shown = 'streamed' | 'spanish' | 'other' | 'script' | null;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const streamed = setOf(STREAMED);
const others = new Set([...setOf(OTHERS)].filter((word) => word.length > 1 && !streamed.has(word)));

export function languageOfWord(raw: string, folded: string): Shown {
  if (raw > '\u02ff' && /^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(raw)) return 'script';
  if (streamed.has(folded)) return 'streamed';
  return others.has(folded) ? 'other' : null;
}
