import type { Token } from './token.ts';

/** How many words of a text belong to English or Spanish, and how many to other languages. */
export interface Evidence {
  streamed: number;
  other: number;
}

const ENOUGH = 2; // words that show the language of a sentence

export const noEvidence = (): Evidence => ({ streamed: 0, other: 0 });

export const isForeignScript = ({ shown }: Token): boolean => shown === 'script';

export function addEvidence(evidence: Evidence, { shown }: Token): void {
  if (shown === null) return;
  if (shown === 'streamed') evidence.streamed++;
  else if (shown === 'spanish') evidence.streamed += ENOUGH;
  else evidence.other += shown === 'script' ? ENOUGH : 1;
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
