import type { Known } from './known.ts';
import {
  addEvidence,
  type Evidence,
  isForeignScript,
  noEvidence,
  showsOther,
  showsStreamed,
} from './language.ts';
import type { Token } from './lexer.ts';
import type { Reader } from './reader.ts';

const STOP = /^[.!?。！？।؟۔։։…]$/;
const LONGEST = 240; // tokens; scripts without spaces have one for each character

/** How much of a held sentence is read and judged. */
export interface Progress {
  end: number | null;
  judged: number;
}

const newScan = (start: number, evidence: Evidence) => ({
  start,
  at: start,
  end: null as number | null,
  judged: start,
  evidence: { ...evidence },
});

/**
 * Decides which sentences wait for their end: all in languages other than English and Spanish, whose words
 * are not all listed, and all of an answer to an amount that the visitor has named.
 */
export class SentenceGate {
  private readonly known: Known;
  private readonly answer: Evidence = noEvidence();
  private sentence: Evidence = noEvidence();
  private isReleased = false;
  private scan = newScan(-1, noEvidence());
  /** Whether no sentence of the answer has passed yet. */
  isFirst = true;

  constructor(known: Known) {
    this.known = known;
  }

  /** Whether what comes next has to wait for the end of its sentence. */
  get isClosed(): boolean {
    if (this.isReleased) return false;
    if (this.known.offeredMoney) return true;
    if (showsStreamed(this.sentence)) return false;
    if (showsOther(this.sentence)) return true;
    const { streamed, other } = this.answer;
    return other > streamed || (other === streamed && this.known.language === 'other');
  }

  holds(token: Token): boolean {
    if (token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'sign') return false;
    return this.isClosed || (!this.isReleased && isForeignScript(token));
  }

  /** Takes note of what has passed or was replaced. */
  note(token: Token): void {
    if (token.shown !== null) {
      addEvidence(this.sentence, token);
      addEvidence(this.answer, token);
    }
    if (token.kind !== 'line' && (token.kind !== 'other' || !STOP.test(token.raw))) return;
    if (this.sentence.streamed + this.sentence.other > 0) this.isFirst = false;
    this.sentence = noEvidence();
    this.isReleased = false;
  }

  /** A sentence is held from here on. */
  open(): void {
    this.scan = newScan(-1, this.sentence);
  }

  /** The rest of the sentence streams. */
  release(): void {
    this.isReleased = true;
  }

  /** Where the sentence ends; null if it turns out to be one that streams. Throws UNDECIDED before. */
  endOf(reader: Reader, start: number): number | null {
    const { scan } = this;
    if (scan.start !== start) this.scan = newScan(start, this.sentence);
    if (this.scan.end !== null) return this.scan.end;
    const end = this.findEnd(reader, start);
    this.scan.end = end;
    return end;
  }

  /** How far the sentence has been judged: what is asked again goes on from there. */
  get progress(): Progress {
    return this.scan;
  }

  private findEnd(reader: Reader, start: number): number | null {
    for (const now = this.scan; now.at - start < LONGEST; now.at++) {
      const token = reader.at(now.at);
      if (token.kind === 'line' || token.kind === 'end') return now.at;
      if (token.kind === 'other' && STOP.test(token.raw) && reader.at(now.at + 1).kind !== 'word')
        return now.at + 1;
      addEvidence(now.evidence, token);
      if (!this.known.offeredMoney && showsStreamed(now.evidence)) {
        this.release();
        return null;
      }
    }
    return start + LONGEST;
  }
}
