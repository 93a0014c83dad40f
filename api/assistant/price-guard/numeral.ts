import Big from 'big.js';
import type { Token, TokenReader } from './tokens.ts';

/** A number as it was written, in figures, in words or in both. */
export interface Numeral {
  end: number;
  parts: Part[];
}

export type Part =
  | { kind: 'figures'; readings: Big[] }
  | { kind: 'word'; value: Big }
  | { kind: 'times'; times: number; word: string };

type Placed = Token & { start: number };

const PARTS_MAX = 24; // longer than any number that is said; bounds what is held back
const GROUPED_MAX = 1e12; // no price has more than twelve digits; bounds "500 500 500 …"

/**
 * Reads a number: "1,200", "12k", "2.5 million", "twelve hundred", "two and a half thousand",
 * "dos mil quinientos". `afterSign` allows what only makes sense after a currency sign: "$5m".
 */
export function numeralAt(reader: TokenReader, start: number, afterSign: boolean): Numeral | null {
  const first = reader.at(start);
  const part = partOf(first);
  if (!part) return null;
  const parts = [part];
  let end = first.end;
  while (parts.length < PARTS_MAX) {
    const group = groupOfThree(reader, end, parts);
    const next = group ? null : nextPart(reader, end, parts, afterSign);
    if (group) parts[0] = group.part;
    else if (next) parts.push(next.part);
    else break;
    end = (group ?? next)?.end ?? end;
  }
  return { end, parts };
}

function nextPart(reader: TokenReader, end: number, parts: Part[], afterSign: boolean) {
  const last = parts.at(-1);
  const next = stepOver(reader, reader.afterFiller(end), last);
  const part = partOf(next);
  if (!part || !last) return null;
  if (part.kind === 'times' && next.folded.length <= 2) {
    const adjacent = next.start === end;
    const thousands = part.word === 'k' && last.kind === 'figures';
    return thousands || (afterSign && adjacent) ? { part, end: next.end } : null;
  }
  if (part.kind === 'figures' && last.kind !== 'times') return null;
  if (part.kind === 'word' && last.kind === 'figures') return null;
  return { part, end: next.end };
}

/** Small words and hyphens inside a number: "five-hundred", "and a half", "a couple of hundred". */
function stepOver(reader: TokenReader, next: Placed, last: Part | undefined): Placed {
  if (last?.kind === 'figures' && next.kind !== 'dash') return next;
  if (next.kind === 'dash') {
    const after = reader.at(next.end);
    return after.kind === 'word' ? { ...after, start: next.end } : next;
  }
  if (!JOINS.has(next.folded)) return next;
  const after = reader.afterFiller(next.end);
  return after.folded === 'a' ? reader.afterFiller(after.end) : after;
}

const JOINS = new Set(['and', 'y', 'a', 'of', 'de']);

/** "1 200 000": a space between groups of three figures. */
function groupOfThree(reader: TokenReader, end: number, parts: Part[]) {
  const [only] = parts;
  if (only?.kind !== 'figures' || parts.length > 1) return null;
  const space = reader.at(end);
  if (!/^\s$/.test(space.text)) return null;
  const next = reader.at(space.end);
  const whole = only.readings[0];
  if (!/^\d{3}$/.test(next.text) || !whole?.eq(whole.round(0, Big.roundDown))) return null;
  if (whole.gte(GROUPED_MAX)) return null;
  const readings = [whole.times(1000).plus(next.text)];
  return { part: { kind: 'figures' as const, readings }, end: next.end };
}

function partOf({ kind, text, folded, meaning }: Token): Part | null {
  if (kind === 'number') return { kind: 'figures', readings: readFigures(text) };
  if (meaning?.value) return { kind: 'word', value: new Big(meaning.value) };
  if (!meaning?.times || folded === 'grand') return null;
  return { kind: 'times', times: meaning.times, word: folded };
}

/** What the figures may say: a separator before three of them may part thousands or decimals. */
function readFigures(text: string): Big[] {
  const decimals = /[.,](\d{1,2})$/.exec(text)?.[1];
  const whole = (decimals ? text.slice(0, -decimals.length - 1) : text).replace(/\D/g, '');
  const grouped = new Big(`${whole || '0'}.${decimals ?? '0'}`);
  const [, before, after] = /^(\d+)[.,](\d{3,})$/.exec(text) ?? [];
  return before ? [grouped, new Big(`${before}.${after}`)] : [grouped];
}

/** Every amount that the number may mean. */
export function valuesOf({ parts }: Numeral): Big[] {
  const [first, second] = [amountOf(parts, 0), amountOf(parts, 1)];
  return first.eq(second) ? [first] : [first, second];
}

function amountOf(parts: Part[], reading: number): Big {
  let total = new Big(0);
  let group: Big | null = null;
  for (const part of parts) {
    if (part.kind !== 'times') {
      const value: Big | undefined =
        part.kind === 'word' ? part.value : (part.readings[reading] ?? part.readings[0]);
      group = (group ?? new Big(0)).plus(value ?? 0);
    } else if (part.times < 1000) {
      group = (group ?? new Big(1)).times(part.times);
    } else {
      total = total.plus((group ?? new Big(1)).times(part.times));
      group = null;
    }
  }
  return group ? total.plus(group) : total;
}

/** What the number is multiplied by at its end, 1,000 in "8 thousand": a range's first end shares it. */
export function lastTimes({ parts }: Numeral): number {
  const last = parts.at(-1);
  return last?.kind === 'times' ? last.times : 1;
}

/** Whether it is "twelve thousand" or "doce mil"; 6 mil is the thickness of a sheet. */
export function isThousands({ parts }: Numeral): boolean {
  const [before, last] = parts.slice(-2);
  if (!before || last?.kind !== 'times') return false;
  return last.word === 'thousand' || (last.word === 'mil' && before.kind === 'word');
}

/** Whether it is "12k". 3,000K is the colour of a lamp. */
export function isShortThousands({ parts }: Numeral): boolean {
  const [figures, k, more] = parts;
  if (figures?.kind !== 'figures' || k?.kind !== 'times' || more) return false;
  return k.word === 'k' && (figures.readings[0]?.lt(1000) ?? false);
}
