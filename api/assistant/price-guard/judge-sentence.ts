import { isNoPrice } from './bare-number.ts';
import { clusterOf } from './cluster.ts';
import { judge } from './judge.ts';
import { judgeWhole } from './judge-whole.ts';
import type { Known } from './known.ts';
import type { Reader } from './reader.ts';
import { noteDimensions, noteSize } from './stated-sizes.ts';
import { pass, type Verdict } from './verdict.ts';

export interface HeldContext {
  known: Known;
  /** Whether it has to be judged as a whole. */
  isWhole: boolean;
  /** Whether no sentence of the answer was before it. */
  isFirst: boolean;
}

/** Judges the tokens from `start` to `end`: what becomes of them, piece by piece. */
export function* judgeSentence(
  reader: Reader,
  start: number,
  end: number,
  { known, isWhole, isFirst }: HeldContext,
): Generator<Verdict> {
  const whole = isWhole ? judgeWhole(reader, start, end, known, isFirst) : null;
  if (whole) {
    if (!whole.held) for (let at = start; at < end; at++) noteSize(reader, at, known);
    yield whole;
    return;
  }
  for (let at = start; at < end; ) {
    const verdict = judgeAt(reader, at, known);
    if (!verdict.held) noteSize(reader, at, known);
    const to = Math.min(Math.max(verdict.end, at + 1), end);
    if (!verdict.held && to > at + 1) noteDimensions(reader.tokens.slice(at, to), known);
    yield { ...verdict, end: to };
    at = to;
  }
}

function judgeAt(reader: Reader, at: number, known: Known): Verdict {
  if (!reader.at(at).judged) return pass(at + 1);
  const verdict = judge(reader, at, known);
  if (!verdict.held) return verdict;
  const { end, held } = verdict;
  if (held.what === 'amount' && isNoPrice(reader, at, end, known)) return pass(end);
  return clusterOf(reader, at, end, held, known);
}
