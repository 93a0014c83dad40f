import { TERMS } from './lexicon.ts';
import { ACCEPTANCE_RELATIONS, PRICE_RELATIONS, secondsOf } from './relation-patterns.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/**
 * Whether something that has to be judged may begin at `at`; null while the word behind it, which decides, has
 * not arrived. Most words that begin a wording of a price do not.
 */
export function mayBegin(
  tokens: readonly Token[],
  at: number,
  complete: boolean,
  offered: boolean,
): boolean | null {
  const token = tokens[at] as Token;
  if (!token.judged) return false;
  if (!token.relates) return true;
  const wordings = offered ? [phrases, relations, acceptances] : [phrases, relations];
  if (!has(token, MEANS.vague) && !wordings.some((one) => one.has(token.text))) return false;
  if (!tokens[at + 1]) return complete ? true : null;
  if (tokens[at + 1]?.kind !== 'space') return true;
  const next = tokens[at + 2];
  if (!next) return complete ? true : null;
  if (next.kind !== 'word') return true;
  if (has(token, MEANS.vague) && (OF.test(next.text) || has(next, MEANS.times | MEANS.money)))
    return true;
  return wordings.some((one) => mayGoOn(one, token.text, next.text));
}

const OF = /^(?:of|de|d|von)$/;

type Seconds = ReadonlyMap<string, ReadonlySet<string>>;

const phrases: Seconds = new Map(
  [...TERMS].map(([first, rests]) => [first, new Set(rests.map(([second = '*']) => second))]),
);
const relations = secondsOf(PRICE_RELATIONS);
const acceptances = secondsOf(ACCEPTANCE_RELATIONS);

const mayGoOn = (wordings: Seconds, first: string, second: string) => {
  const words = wordings.get(first);
  return words !== undefined && (words.has('*') || words.has(second));
};
