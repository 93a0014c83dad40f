import { wordSet } from './fold.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';
import { COMPARES, DENIES, SPEAKERS, UNDENIES, UNSURE } from './vocabulary/attribution.ts';

const denies = wordSet(DENIES);
const compares = wordSet(COMPARES);
const undenies = wordSet(UNDENIES);
const unsure = wordSet(UNSURE);
const speakers = wordSet(SPEAKERS);

const REACH = 14; // words between "I can't promise" and what it denies
const NEXT_CLAUSE = /^(?:but|pero|so|because|porque|while|mientras|however)$/;
const BOUNDARY = /^[,;:.!?]$/;

/** The words before, nearest first, up to where the clause begins. */
export function clauseBefore(reader: Reader, start: number): Token[] {
  const found: Token[] = [];
  for (let at = reader.back(start); at >= 0 && found.length < REACH; at = reader.back(at)) {
    const token = reader.at(at);
    if (token.kind === 'line' || BOUNDARY.test(token.raw) || NEXT_CLAUSE.test(token.text)) break;
    found.push(token);
  }
  return found;
}

/**
 * Whether what begins at `start` is denied or left open: "I can't do 5,000", "not 6,000", "nothing is free".
 * A bound is no denial ("I can't go below 5,000"), nor is a denied one ("I wouldn't say no to 5,000").
 */
export function isDenied(reader: Reader, start: number): boolean {
  const before = clauseBefore(reader, start);
  const at = before.findIndex(({ text }) => denies.has(text) || text === 'whether');
  if (at < 0) return false;
  const between = before.slice(0, at).map(({ text }) => text);
  const subject = before.slice(at, at + 4).map(({ text }) => text);
  if (between.some((word) => compares.has(word) || undenies.has(word)))
    return [...between, ...subject].some((word) => unsure.has(word));
  if (subject[0] === 'whether' || isCorrection(between, subject[0] ?? '')) return true;
  return [...subject, ...between].some((word) => speakers.has(word));
}

const POSSIBLE =
  /^(?:something|anything|possible|able|allowed|mine|offer|promise|decide|confirm|amount|number|price|figure|deal|algo|posible)$/;

/** "5,000 isn't something I can agree to." */
export function isDeniedBehind(behind: readonly Token[]): boolean {
  const at = behind.slice(0, 6).findIndex(({ text }) => denies.has(text));
  return at >= 0 && behind.slice(at + 1, at + 4).some(({ text }) => POSSIBLE.test(text));
}

/** "not 6,000", "it isn't 5,500", "no son 4,000". */
const isCorrection = (between: readonly string[], denial: string) =>
  /^(?:not|isn't|wasn't|no)$/.test(denial) &&
  between.length <= 2 &&
  between.every((word) =>
    /^(?:the|your|a|quite|exactly|really|exactamente|es|son|de|los|el|is|be|for)$/.test(word),
  ) &&
  !(denial === 'no' && between.length === 0);
