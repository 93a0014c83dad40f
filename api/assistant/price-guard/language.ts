import { fold } from './fold.ts';
import type { Token } from './lexer.ts';
import { OTHERS, STREAMED } from './vocabulary/languages.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const streamed = setOf(STREAMED);
const others = new Set([...setOf(OTHERS)].filter((word) => word.length > 1 && !streamed.has(word)));

/** How many words of a text belong to English or Spanish, and how many to other languages. */
export interface Evidence {
  streamed: number;
  other: number;
}

const ENOUGH = 2; // words that show the language of a sentence

export const noEvidence = (): Evidence => ({ streamed: 0, other: 0 });

export const isForeignScript = ({ kind, raw }: Token): boolean =>
  kind === 'word' && raw > '\u02ff' && /^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(raw);

export function addEvidence(evidence: Evidence, token: Token): void {
  if (token.kind !== 'word') {
    if (token.raw === '¿' || token.raw === '¡') evidence.streamed += ENOUGH;
    return;
  }
  if (isForeignScript(token)) evidence.other += ENOUGH;
  else if (streamed.has(token.text)) evidence.streamed++;
  else if (others.has(token.text)) evidence.other++;
}

export const showsOther = ({ streamed: own, other }: Evidence): boolean =>
  other >= ENOUGH && other > own;
export const showsStreamed = ({ streamed: own, other }: Evidence): boolean =>
  own > 0 && own > other;

export type Language = 'streamed' | 'other' | null;

/** The language of a whole message; a message without a single common word is in another. Null if it has no words. */
export function languageOf(tokens: readonly Token[], fallback: Language = 'other'): Language {
  const evidence = noEvidence();
  let words = 0;
  for (const token of tokens) {
    addEvidence(evidence, token);
    if (token.kind === 'word') words++;
  }
  if (evidence.other > evidence.streamed) return 'other';
  if (evidence.streamed > evidence.other) return 'streamed';
  return words > 0 ? fallback : null;
}
