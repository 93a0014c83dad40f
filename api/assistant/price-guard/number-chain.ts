import { isPriceBefore } from './clause.ts';
import { judge, judgeNumeral } from './judge.ts';
import type { Known } from './known.ts';
import { type Numeral, numeralAt } from './numeral.ts';
import type { Reader } from './reader.ts';
import { has, isNumeral, type Token } from './token.ts';
import { pass, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

export function isRangeAround(reader: Reader, start: number, end: number): boolean {
  const before = reader.back(start);
  const joint = reader.at(reader.next(end));
  return (
    (isRangeJoint(reader.at(before)) && isNumeral(reader.at(reader.back(before)))) ||
    (isRangeJoint(joint) && isAmountAt(reader, reader.next(reader.next(end) + 1)))
  );
}

const isRangeJoint = (token: Token) => token.kind === 'dash' || has(token, MEANS.range);

const isAmountAt = (reader: Reader, at: number) =>
  reader.at(at).kind === 'sign' || isNumeral(reader.at(at));

const CHAIN_MAX = 5; // numbers that are said in a row; a longer row is none of sizes

/** "4, 6 or 8 ft", "3 to 5 days", "5 to 7 dollars": what the last number is, all of them are. */
export function chainBehind(reader: Reader, numeral: Numeral, known: Known): Verdict | null {
  let joint = chainJoint(reader, numeral.end);
  const first = joint;
  let last: { at: number; isSign: boolean } | null = null;
  for (let links = 0; joint !== null; links++) {
    if (links === CHAIN_MAX) return null;
    let at = reader.next(joint + 1);
    if (reader.at(at).text === 'de') at = reader.next(at + 1);
    const isSign = reader.at(at).kind === 'sign';
    const next = isSign ? null : numeralAt(reader, at);
    if (!isSign && !next) break;
    if (next?.inWords && (CHAIN_JOINT.test(reader.at(joint).raw) || !isSmall(numeral))) break;
    last = { at, isSign };
    joint = next && !next.multiplied ? chainJoint(reader, next.end) : null;
  }
  if (!last || first === null) return null;
  const isRange = isRangeJoint(reader.at(first));
  const next = numeralAt(reader, last.at);
  const verdict =
    next && !last.isSign ? judgeNumeral(reader, next, known, false) : judge(reader, last.at, known);
  if (verdict.held === null) {
    const mayPass =
      !last.isSign && !isPriceBefore(reader, numeral.start) && (isRange || isSmall(numeral));
    return mayPass ? pass(verdict.end) : null;
  }
  return isRange ? { end: verdict.end, held: { ...verdict.held, isRange: true } } : null;
}

/** Where "or", "to", a dash or a comma stands between two numbers; null if none does. */
function chainJoint(reader: Reader, end: number): number | null {
  const at = reader.next(end);
  const joint = reader.at(at);
  if (joint.raw === ',') {
    const second = reader.next(at + 1);
    if (has(reader.at(second), MEANS.range)) return second;
  }
  if (joint.kind === 'dash' && reader.at(at + 1).kind === 'word' && !isNumeral(reader.at(at + 1)))
    return null;
  return isRangeJoint(joint) || CHAIN_JOINT.test(joint.raw) ? at : null;
}

const CHAIN_JOINT = /^[,&、，;+]$/;

const isSmall = ({ values }: Numeral) => values.length > 0 && values.every((value) => value <= 400);
