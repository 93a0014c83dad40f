import { TERMS } from './lexicon.ts';
import { SECONDS } from './relation-patterns.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/**
 * Whether something that has to be judged may begin at `at`; null while the word behind it, which decides, has
 * not arrived. Most words that begin a wording of a price do not.
 */
export function mayBegin(tokens: readonly Token[], at: number, complete: boolean): boolean | null {
  const token = tokens[at] as Token;
  if (!token.judged) return false;
  if (!token.relates) return true;
  if (!tokens[at + 1]) return complete ? true : null;
  if (tokens[at + 1]?.kind !== 'space') return true;
  const next = tokens[at + 2];
  if (!next) return complete ? true : null;
  if (next.kind !== 'word') return true;
  if (has(token, MEANS.vague) && (OF.test(next.text) || has(next, MEANS.times | MEANS.money)))
    return true;
  return mayGoOn(token.text, next.text);
}

const OF = /^(?:of|de|d|von)$/;

const seconds = new Map<string, Set<string>>();
const addSecond = (first: string, second: string) =>
  seconds.set(first, (seconds.get(first) ?? new Set()).add(second));

for (const [first, words] of SECONDS) for (const word of words) addSecond(first, word);
for (const [first, rests] of TERMS) for (const [second = '*'] of rests) addSecond(first, second);

function mayGoOn(first: string, second: string): boolean {
  const words = seconds.get(first);
  return words !== undefined && (words.has('*') || words.has(second));
}
