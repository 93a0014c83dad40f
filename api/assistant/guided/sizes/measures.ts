import type Big from 'big.js';
import { lexSizes, type NumberToken, type Role, type Token } from './lex-sizes.ts';
import type { Unit } from './units.ts';

export interface Part {
  value: Big;
  unit: Unit | null;
  role: Role | null;
}

/** One size as said: "20x25" has two parts, "3 inches deep" one with its role. */
export interface Measure {
  parts: Part[];
  start: number;
  end: number;
  /** The smaller end of "400 to 500 sq ft"; the part holds the larger. */
  low?: Big;
  /** "and" or "+" joins it to the size right before it: "40 ft and 30 ft". */
  joined: boolean;
  /** Sizes with the same mark are parts of one job and add up. */
  group?: number | undefined;
  /** Said to be there more than once: "3 beds 4x20 each". */
  times?: Big;
  /** The words next to it, lower case, '' at a break: what tells "2 dogs" from "2 inches". */
  before: string;
  after: string;
}

const FILLER = /^(?:of|in|is|about|around|like|approx|approximately|roughly|be|de|es|the|at|by|a)$/;

const MEASURES_MAX = 60; // of one message, its first ones: all are compared with each other

/** Sizes in `text` (lower case, contact details masked), in order; prices and dates are left out. */
export function findMeasures(text: string, locale: 'en' | 'es'): Measure[] {
  const tokens = lexSizes(text, locale);
  const labelled = bindLabels(tokens);
  const measures: Measure[] = [];
  let index = 0;
  while (index < tokens.length && measures.length < MEASURES_MAX) {
    const first = index;
    const token = tokens[first];
    if (token?.kind !== 'number' || token.money) {
      index += 1;
      continue;
    }
    const read = readDimensions(tokens, labelled, index) ?? readRange(tokens, labelled, index);
    const last = read?.last ?? index;
    const parts = read?.parts ?? [partOf(token, labelled)];
    const end = tokens[last]?.end ?? token.end;
    index = last + 1;
    if (parts.length === 1 && token.weak && parts[0]?.unit === null) continue;
    if (parts.some((part) => part.value.lte(0))) continue;
    const times = ALIKE.test(neighbour(tokens, last + 1)) ? timesOf(parts) : null;
    measures.push({
      parts,
      start: token.start,
      end,
      ...(read?.low ? { low: read.low } : {}),
      ...(times ? { times } : {}),
      joined: isJoined(tokens, first),
      before: neighbour(tokens, first - 1),
      after: neighbour(tokens, last + 1),
    });
  }
  return acrossCircles(text, shareUnits(measures));
}

const ALIKE = /^(?:beds|patios|areas|sections|walkways|paths|pads|strips|jardineras)$/;

/** "20 x 3 x 4 beds": takes the third number off, which counts the areas. */
function timesOf(parts: Part[]): Big | null {
  const third = parts[2];
  if (!third || third.unit !== null || third.role !== null) return null;
  parts.pop();
  return third.value;
}

const CIRCLE = /(?<!\p{L})(?:circle|circular|round|redond[oa])(?!\p{L})/u;

/** "A circle 10 ft across", "round patio 16 ft": the one length told is its diameter. */
function acrossCircles(text: string, measures: Measure[]): Measure[] {
  const lengths = measures.filter(({ parts: [part, second] }) => !second && part?.unit);
  const [part] = lengths[0]?.parts ?? [];
  const isAcross = part?.role === null || part?.role === 'width';
  if (part && isAcross && lengths.length === 1 && CIRCLE.test(text)) part.role = 'diameter';
  return measures;
}

function isJoined(tokens: Token[], index: number): boolean {
  const before = tokens[index - 2]?.kind;
  return tokens[index - 1]?.kind === 'and' && (before === 'number' || before === 'label');
}

/** In "40 and 30 ft" the unit counts for both, in "1.8 metres high, 30 long" the metres. */
function shareUnits(measures: Measure[]): Measure[] {
  for (let index = measures.length - 1; index > 0; index -= 1) {
    const [part] = measures[index]?.parts ?? [];
    const [previous] = measures[index - 1]?.parts ?? [];
    const single = measures[index - 1]?.parts.length === 1;
    if (measures[index]?.joined && single && part && previous) previous.unit ??= part.unit;
  }
  const inMetres = measures.some(({ parts }) => parts.some(({ unit }) => unit === 'm'));
  for (const {
    parts: [part, second],
  } of inMetres ? measures : [])
    if (part && !second && /^(?:length|width|height)$/.test(part.role ?? '')) part.unit ??= 'm';
  return measures;
}

const partOf = (token: NumberToken, labelled: Map<Token, Role>): Part => ({
  value: token.value,
  unit: token.unit,
  role: labelled.get(token) ?? null,
});

function neighbour(tokens: Token[], index: number): string {
  const token = tokens[index];
  return token && (token.kind === 'word' || token.kind === 'label') ? token.text : '';
}

/**
 * Which number a label belongs to. Adjectives follow theirs ("6 ft high"); nouns precede it where
 * the message starts with one ("height 6, length 100") and follow it otherwise.
 */
function bindLabels(tokens: Token[]): Map<Token, Role> {
  const bound = new Map<Token, Role>();
  const firstNumber = tokens.findIndex((token) => token.kind === 'number');
  const firstNoun = tokens.findIndex((token) => token.kind === 'label' && token.noun);
  const nounsLead = firstNoun >= 0 && firstNoun < firstNumber;
  tokens.forEach((token, index) => {
    if (token.kind !== 'label') return;
    const order = token.noun && nounsLead ? [1, -1] : [-1, 1];
    for (const step of token.noun ? order : [-1]) {
      const number = numberNear(tokens, index, step);
      if (number && !bound.has(number)) {
        bound.set(number, token.role);
        return;
      }
    }
  });
  return bound;
}

function numberNear(tokens: Token[], from: number, step: number): Token | null {
  for (let index = from + step, left = 3; left > 0; index += step, left -= 1) {
    const token = tokens[index];
    if (token?.kind === 'number') return token.money ? null : token;
    if (token?.kind === 'by' && token.text === 'by') continue;
    if (token?.kind !== 'word' || !FILLER.test(token.text)) return null;
  }
  return null;
}

interface Read {
  parts: Part[];
  last: number;
  low?: Big;
}

/** "20x25", "20 ft wide by 25 ft long", "20 x 25 x 3 in". A unit said once counts for both sides. */
function readDimensions(tokens: Token[], labelled: Map<Token, Role>, from: number): Read | null {
  const numbers: NumberToken[] = [];
  let index = from;
  let last = from;
  while (numbers.length < 3) {
    const token = tokens[index];
    if (token?.kind !== 'number' || token.money) break;
    numbers.push(token);
    last = index;
    index += 1;
    while (tokens[index]?.kind === 'label') last = index++;
    const by = tokens[index];
    if (by?.kind !== 'by') break;
    index += 1;
    // "20 foot by a 12 foot"
    const article = tokens[index];
    if (article?.kind === 'word' && /^(?:a|an|about|un)$/.test(article.text)) index += 1;
  }
  if (numbers.length < 2) return null;
  const parts = numbers.map((token) => partOf(token, labelled));
  const plan = parts.slice(0, 2);
  const shared = plan.find((part) => part.unit !== null)?.unit ?? null;
  for (const part of plan) part.unit ??= shared === 'in' ? null : shared;
  return { parts, last };
}

const FAR_APART = 20;

/** "400-500 sq ft", "between 400 and 500": the larger counts, the smaller is kept to be told. */
function readRange(tokens: Token[], labelled: Map<Token, Role>, from: number): Read | null {
  const [low, link, high] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (low?.kind !== 'number' || high?.kind !== 'number' || high.money) return null;
  const between =
    neighbour(tokens, from - 1) === 'between' || neighbour(tokens, from - 1) === 'entre';
  if (link?.kind !== 'to' && !(link?.kind === 'and' && between)) return null;
  if (!low.value.lt(high.value) || (low.unit !== null && low.unit !== high.unit)) return null;
  if (tokens[from + 3]?.kind === 'by') return null;
  const part = partOf(high, labelled);
  const role = part.role ?? labelled.get(low) ?? null;
  const read = { parts: [{ ...part, role }], last: from + 2 };
  // "2 to 3 hundred": the lower end was not said in full
  return low.value.times(FAR_APART).lt(high.value) ? read : { ...read, low: low.value };
}
