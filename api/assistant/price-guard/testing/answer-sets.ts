import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuoteView } from '../../../calculator/views.ts';
import type { SiteFacts } from '../../assistant.ts';
import { createPriceGuard } from '../price-guard.ts';
import { extractVisitorNumbers } from '../visitor-numbers.ts';
import { FACTS, FACTS_C } from './company.ts';

/** An answer of a set, with what was said and quoted before it. */
export interface SetAnswer {
  id: string;
  language: string;
  visitor: string[];
  /** Names of quotes in quotes.json. */
  quotes: string[];
  answer: string;
  /** What must not reach the visitor; empty for an ordinary answer. */
  secret: string[];
  /** The company that answers. */
  facts: SiteFacts;
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T;

export const readSet = (name: string): SetAnswer[] =>
  read<Omit<SetAnswer, 'facts'>[]>(`${name}.json`).map((one) => ({
    ...one,
    facts: /-[cd]$/.test(name) ? FACTS_C : FACTS,
  }));

const quotes = read<Record<string, QuoteView>>('quotes.json');

/** What a visitor sees of an answer that comes in pieces of so many characters. */
export function shown(
  { answer, visitor, quotes: names, facts }: SetAnswer,
  pieceLength: number,
): string {
  const guard = createPriceGuard({
    facts,
    quotes: names.map((name) => quotes[name] as QuoteView),
    visitor: visitor.map(extractVisitorNumbers),
  });
  let text = '';
  for (let at = 0; at < answer.length; at += pieceLength)
    text += guard.push(answer.slice(at, at + pieceLength));
  return text + guard.flush();
}
