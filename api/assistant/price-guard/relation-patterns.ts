import { fold } from './fold.ts';
import { ACCEPTANCES } from './vocabulary/acceptance.ts';
import { CATEGORIES } from './vocabulary/categories.ts';
import { ACTIONS, IDIOMS, RELATIONS } from './vocabulary/relations.ts';

export interface Element {
  /** The words that match; null for a gap of up to `gap` words, or for the end of a noun phrase. */
  words: ReadonlySet<string> | null;
  gap: number;
  optional: boolean;
  /** No noun follows here. */
  isEnd: boolean;
}

export interface Relation {
  rest: readonly Element[];
  isAction: boolean;
}

const foldedWords = (words: string) => words.split(' ').map(fold);

function elementOf(written: string): Element {
  const gap = written.startsWith('..') ? Number(written.slice(2)) : 0;
  if (gap > 0 || written === '$')
    return { words: null, gap, optional: gap > 0, isEnd: written === '$' };
  const optional = written.startsWith('?');
  const name = optional ? written.slice(1) : written;
  const words = name.startsWith('@') ? (CATEGORIES[name.slice(1)] ?? '') : name;
  return { words: new Set(foldedWords(words)), gap: 0, optional, isEnd: false };
}

export type Relations = ReadonlyMap<string, readonly Relation[]>;

/** Patterns by each word that they may begin with. */
function compile(actions: readonly string[], others: readonly string[]): Relations {
  const relations = new Map<string, Relation[]>();
  const add = (patterns: readonly string[], isAction: boolean) => {
    for (const pattern of patterns) {
      const [first, ...rest] = pattern.split(' ').map(elementOf);
      for (const word of first?.words ?? [])
        relations.set(word, [...(relations.get(word) ?? []), { rest, isAction }]);
    }
  };
  add(actions, true);
  add(others, false);
  return relations;
}

export const PRICE_RELATIONS = compile(ACTIONS, [...RELATIONS, ...IDIOMS]);
/** What accepts the amount that the visitor has just named. */
export const ACCEPTANCE_RELATIONS = compile([], ACCEPTANCES);

/** Of each word that may begin a pattern, the words that may follow it; `*` where any may. */
export const secondsOf = (relations: Relations): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map([...relations].map(([first, list]) => [first, new Set(list.flatMap(secondWords))]));

function secondWords({ rest }: Relation): string[] {
  const end = rest.findIndex(({ optional }) => !optional);
  const elements = end < 0 ? rest : rest.slice(0, end + 1);
  return [
    ...(end < 0 ? ['*'] : []),
    ...elements.flatMap(({ words }) => (words ? [...words] : ['*'])),
  ];
}
