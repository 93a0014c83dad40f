import { stem } from './known-quotes.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const LEFT_MAX = 24; // tokens with a meaning; clauses are shorter
const LINES_MAX = 60;
const RIGHT_MAX = 10;
const BOUNDARY = /^[,;.!?。！？；，…—]$/;
const SENTENCE_END = /^[.!?。！？]$/;

/** The words around a number, up to the next comma on either side. */
export interface Clause {
  left: Token[];
  right: Token[];
}

export function clauseAround(reader: Reader, start: number, end: number): Clause {
  return {
    left: leftOf(reader, start, BOUNDARY),
    right: rightOf(reader, end, BOUNDARY, RIGHT_MAX),
  };
}

type Cache = WeakMap<Reader, { at: number; tokens: readonly Token[] }>;

/** Most rules for a number ask for the same tokens. */
function cached(cache: Cache, reader: Reader, at: number, read: () => Token[]): readonly Token[] {
  const last = cache.get(reader);
  if (last?.at === at) return last.tokens;
  const tokens = read();
  cache.set(reader, { at, tokens });
  return tokens;
}

const before: Cache = new WeakMap();
const behind: Cache = new WeakMap();

/** The tokens of the sentence so far, the nearest first. */
export const sentenceBefore = (reader: Reader, start: number): readonly Token[] =>
  cached(before, reader, start, () => leftOf(reader, start, SENTENCE_END));

/** The rest of the sentence, its stop included. */
export const sentenceBehind = (reader: Reader, end: number): readonly Token[] =>
  cached(behind, reader, end, () => rightOf(reader, end, NOTHING, LEFT_MAX));

const NOTHING = /^$/; // no boundary but a line

/** The tokens before, over the ends of sentences. */
export const textBefore = (reader: Reader, start: number): Token[] =>
  leftOf(reader, start, NOTHING);

/** The tokens before, over the ends of sentences and lines: a table's head is long before its rows. */
export const linesBefore = (reader: Reader, start: number): Token[] =>
  leftOf(reader, start, NOTHING, LINES_MAX);

const mayEnd = ({ kind }: Token) => kind === 'other' || kind === 'dash';

function leftOf(reader: Reader, start: number, boundary: RegExp, overLines = 0): Token[] {
  const found: Token[] = [];
  const most = overLines || LEFT_MAX;
  for (let at = reader.back(start); at >= 0 && found.length < most; at = reader.back(at)) {
    const token = reader.at(at);
    if (token.kind === 'line' && overLines > 0) continue;
    if (token.kind === 'line' || (mayEnd(token) && boundary.test(token.raw))) break;
    found.push(token);
  }
  return found;
}

function rightOf(reader: Reader, end: number, boundary: RegExp, most: number): Token[] {
  const found: Token[] = [];
  for (let at = reader.next(end); found.length < most; at = reader.next(at + 1)) {
    const token = reader.at(at);
    if (
      token.kind === 'line' ||
      token.kind === 'end' ||
      (mayEnd(token) && boundary.test(token.raw)) ||
      token.raw === '|'
    )
      break;
    found.push(token);
  }
  return found;
}

export const says = (tokens: readonly Token[], bits: number): boolean =>
  tokens.some((token) => has(token, bits));

export const saysWord = (tokens: readonly Token[], words: ReadonlySet<string>): boolean =>
  tokens.some((token) => token.kind === 'word' && words.has(stem(token.text)));

const SKIPS_MAX = 8;

/** Whether the words right before a number speak of a price: "it costs about", "Labor:". */
export function isPriceBefore(reader: Reader, start: number): boolean {
  let at = reader.back(start);
  for (let steps = 0; steps < SKIPS_MAX && at >= 0; steps++, at = reader.back(at)) {
    const token = reader.at(at);
    if (token.kind === 'line' || SENTENCE_END.test(token.raw)) return false;
    if (has(token, MEANS.price | MEANS.labor | MEANS.terms | MEANS.tax | MEANS.delivery))
      return true;
    if (/^[:=~≈|"'([]$/.test(token.raw)) continue;
    if (token.kind !== 'word' || !has(token, MEANS.filler)) return false;
  }
  return false;
}
