import { addEvidence, type Evidence, showsStreamed } from './language.ts';
import { isNumeral, type Token } from './token.ts';

const STOP = /^[.!?。！？।؟۔։։…]$/;
const LONGEST = 240; // tokens; scripts without spaces have one for each character

export const isStop = ({ kind, raw }: Token): boolean => kind === 'other' && STOP.test(raw);

/** A sentence that waits for its end before it is judged. */
export class HeldSentence {
  readonly start: number;
  /** Whether it waits because of its language, and not because a number may begin in it. */
  readonly isForLanguage: boolean;
  readonly evidence: Evidence;
  private at: number;

  constructor(start: number, evidence: Evidence, isForLanguage: boolean) {
    this.start = start;
    this.at = start;
    this.evidence = { ...evidence };
    this.isForLanguage = isForLanguage;
  }

  /**
   * Where it ends, null while that has not arrived. Asked again, it goes on from where it was. `streams` asks
   * to stop at the word that shows a language that streams.
   */
  endIn(tokens: readonly Token[], complete: boolean, streams: boolean): number | 'streams' | null {
    for (; this.at - this.start < LONGEST; this.at++) {
      const token = tokens[this.at];
      if (!token) return complete ? this.at : null;
      if (token.kind === 'line') return this.at;
      const isEnd = isStop(token) && isEndBefore(tokens, this.at, complete);
      if (isEnd === null) return null;
      if (isEnd) return this.at + 1;
      addEvidence(this.evidence, token);
      if (streams && showsStreamed(this.evidence)) return 'streams';
    }
    return this.at;
  }
}

const isGap = ({ kind }: Token) => kind === 'space' || kind === 'mark';

/** Whether a stop ends its sentence: not in "sq. ft", "approx. 500", "four. five."; null while unknown. */
function isEndBefore(tokens: readonly Token[], stop: number, complete: boolean): boolean | null {
  const behind = tokens[stop + 1];
  if (!behind) return complete ? true : null;
  if (!isGap(behind)) return behind.kind !== 'word' && behind.kind !== 'number' && !isStop(behind);
  if (tokens[stop]?.raw !== '.') return true;
  let at = stop + 2;
  while (at - stop < LONGEST && isGap(tokens[at] ?? NONE)) at++;
  const next = tokens[at];
  if (!next) return complete || at - stop >= LONGEST ? true : null;
  return !isNumeral(next) && next.kind !== 'sign' && !/^\p{Ll}/u.test(next.raw);
}

const NONE = { kind: 'end' } as Token;
