import type { Known } from './known.ts';
import { readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** A size that the answer has stated may be repeated without its unit: `at` is where the unit stands. */
export function noteSize(reader: Reader, at: number, known: Known): void {
  if (!has(reader.at(at), MEANS.unit)) return;
  let before = at - 1;
  while (/^(?:space|dash)$/.test(reader.at(before).kind)) before--;
  const number = reader.at(before);
  if (number.kind === 'number') known.stateSize(readFigures(number.text));
}

/** The area of two sides that the answer has stated. */
export function noteDimensions(taken: readonly Token[], known: Known): void {
  const sides = taken.flatMap(({ kind, text }) => (kind === 'number' ? readFigures(text) : []));
  const [a, b] = sides;
  if (a !== undefined && b !== undefined && sides.length === 2) known.stateSize([a, b, a * b]);
}
