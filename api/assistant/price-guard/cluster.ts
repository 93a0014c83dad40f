import { judge } from './judge.ts';
import type { Known } from './known.ts';
import { currencyBehind } from './money-marks.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has, isNumeral, type Token } from './token.ts';
import type { Held, Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

const LONGEST = 80; // tokens; beyond, what goes on is judged by itself

/** What is held, extended over all that is written as one with it, so that no part of a number remains. */
export function clusterOf(
  reader: Reader,
  start: number,
  from: number,
  first: Held,
  known: Known,
): Verdict {
  let held = first;
  let end = from;
  while (!isWording(held) && end < from + LONGEST) {
    const more = goesOn(reader, end, known);
    if (!more) break;
    end = more.end;
    if (more.isRange) held = { ...held, isRange: true };
  }
  return { end: tailEnd(reader, start, end, held.what), held };
}

/** A price without a number: what follows it is no part of it. */
const isWording = ({ what }: Held) => what === 'terms' || what === 'action';

const SEPARATOR = /^[.,'’·•/+×^:|~_()-]$/;

/** Where a number behind the held one ends that may not pass either; null if there is none. */
function goesOn(
  reader: Reader,
  end: number,
  known: Known,
): { end: number; isRange: boolean } | null {
  const currency = currencyBehind(reader, end);
  if (currency) return { end: currency.end, isRange: false };
  let at = reader.next(end);
  let isRange = false;
  let isTight = true;
  for (let joints = 0; joints < 3; joints++) {
    const token = reader.at(at);
    if (/^[oOeElI]{1,3}\d*$/.test(token.raw) && at === end && token.raw !== 'I')
      return { end: at + 1, isRange: false };
    if (token.kind === 'sign' && at === end) return { end: at + 1, isRange };
    if (token.kind === 'number' && (joints === 0 || (isTight && at === end + joints)))
      return { end: at + 1, isRange };
    if (isAmount(token)) {
      const verdict = judge(reader, at, known);
      return verdict.held && !isWording(verdict.held) ? { end: verdict.end, isRange } : null;
    }
    const joins =
      token.kind === 'dash' ||
      SEPARATOR.test(token.text) ||
      has(token, MEANS.range) ||
      /^(?:and|y|e|et|und|i|и|و)$/.test(token.text);
    if (!joins || token.kind === 'line') return null;
    isRange ||= token.kind === 'dash' || has(token, MEANS.range);
    isTight &&= token.kind !== 'word';
    at = reader.next(at + 1);
  }
  return null;
}

const isAmount = (token: Token) => token.kind === 'sign' || isNumeral(token);

/** "$4,500+", "$12/sq ft", "$**1,200**", "20% off": what hangs on to an amount goes with it. */
function tailEnd(reader: Reader, first: number, clusterEnd: number, what: string): number {
  let end = clusterEnd;
  if (what === 'percent') {
    let at = reader.next(end);
    if (/^(?:de|di|of)$/.test(reader.at(at).text)) at = reader.next(at + 1);
    return has(reader.at(at), MEANS.discount | MEANS.terms) ? at + 1 : end;
  }
  if (what === 'terms' || what === 'action') return end;
  const marks = openMarks(reader, first, end);
  for (let left = marks; left > 0 && reader.at(end).kind === 'mark'; left--) end++;
  if (reader.at(end).raw === '+') return end + 1;
  if (reader.at(end).raw !== '/' || reader.at(end + 1).kind !== 'word') return end;
  const unit = reader.next(end + 1);
  const rate = rateBehind(reader, end);
  return rate.length === 2 ? reader.next(unit + 1) + 1 : unit + 1;
}

/** Markup inside what is held that is closed only behind it. */
function openMarks(reader: Reader, first: number, end: number): number {
  let open = 0;
  for (let at = first; at < end; at++)
    if (
      reader.at(at).kind === 'mark' &&
      reader.at(at).raw !== '\\' &&
      !reader.at(at).raw.startsWith('<')
    )
      open++;
  return open % 2 === 1 ? 1 : open % 4 === 2 ? 2 : 0;
}
