import { isStop } from './held-sentence.ts';
import type { Known } from './known.ts';
import {
  addEvidence,
  type Evidence,
  isForeignScript,
  noEvidence,
  showsOther,
  showsStreamed,
} from './language.ts';
import type { Token } from './token.ts';

/**
 * Decides which sentences are judged as a whole: all in languages other than English and Spanish, whose words
 * are not all listed, and all of an answer to an amount that the visitor has named.
 */
export class SentenceGate {
  private readonly known: Known;
  private readonly answer: Evidence = noEvidence();
  /** What the sentence has shown of its language so far. */
  sentence: Evidence = noEvidence();
  private isReleased = false;
  /** Whether no sentence of the answer has passed yet. */
  isFirst = true;

  constructor(known: Known) {
    this.known = known;
  }

  /** Whether what comes next has to wait for the end of its sentence. */
  get isClosed(): boolean {
    return this.isClosedBy(this.sentence);
  }

  isClosedBy(sentence: Evidence): boolean {
    if (this.isReleased) return false;
    if (this.known.offeredMoney) return true;
    if (showsStreamed(sentence)) return false;
    if (showsOther(sentence)) return true;
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
    if (token.kind !== 'line' && !isStop(token)) return;
    if (this.sentence.streamed + this.sentence.other > 0) this.isFirst = false;
    this.sentence = noEvidence();
    this.isReleased = false;
  }

  /** The rest of the sentence streams. */
  release(): void {
    this.isReleased = true;
  }
}
