import type { Reader } from './reader.ts';
import type { Element, Relations } from './relation-patterns.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** The longest pattern that begins with the word at `start`; null if none does. */
export function relationAt(
  reader: Reader,
  start: number,
  relations: Relations,
): { end: number; isAction: boolean } | null {
  let longest: { end: number; isAction: boolean } | null = null;
  for (const { rest, isAction } of relations.get(reader.at(start).text) ?? []) {
    const end = endOf(reader, start + 1, rest, 0);
    if (end !== null && end > (longest?.end ?? 0)) longest = { end, isAction };
  }
  return longest;
}

function endOf(
  reader: Reader,
  from: number,
  elements: readonly Element[],
  index: number,
): number | null {
  const element = elements[index];
  if (!element) return from;
  if (element.isEnd)
    return endsNoun(reader, from) ? endOf(reader, from, elements, index + 1) : null;
  const at = element.words?.has(',') ? commaFrom(reader, from) : wordFrom(reader, from);
  const isMatch = at !== null && element.words?.has(reader.at(at).text);
  if (isMatch) {
    const end = endOf(reader, at + 1, elements, index + 1);
    if (end !== null) return end;
  }
  if (!element.optional) return null;
  const without = endOf(reader, from, elements, index + 1);
  if (without !== null || element.words || at === null) return without;
  for (let gap = 0, behind: number | null = at; gap < element.gap && behind !== null; gap++) {
    const end = endOf(reader, behind + 1, elements, index + 1);
    if (end !== null) return end;
    behind = wordFrom(reader, behind + 1);
  }
  return null;
}

function endsNoun(reader: Reader, from: number): boolean {
  const next = reader.at(reader.next(from));
  return next.kind !== 'word' || has(next, MEANS.function);
}

function commaFrom(reader: Reader, from: number): number | null {
  const at = reader.next(from);
  return reader.at(at).raw === ',' ? at : null;
}

/** The next word, over a hyphen; null where something else comes. */
function wordFrom(reader: Reader, from: number): number | null {
  let at = reader.next(from);
  if (reader.at(at).kind === 'dash') at = reader.next(at + 1);
  return reader.at(at).kind === 'word' ? at : null;
}
