import type { QuoteView } from '../../calculator/views.ts';
import type { SiteFacts } from '../assistant.ts';
import { HeldSentence } from './held-sentence.ts';
import { judgeSentence } from './judge-sentence.ts';
import { Known } from './known.ts';
import { tokenAt } from './lexer.ts';
import { mayBegin } from './may-begin.ts';
import { Reader } from './reader.ts';
import { SentenceGate } from './sentence-gate.ts';
import { has, type Token } from './token.ts';
import { TokenStream } from './token-stream.ts';
import type { Held } from './verdict.ts';
import type { VisitorNumbers } from './visitor-numbers.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { invitation } from './wording.ts';

export interface PriceGuardOptions {
  facts: SiteFacts;
  /** The session's quotes so far. */
  quotes: QuoteView[];
  /** Of each message of the visitor's, oldest first; see extractVisitorNumbers. */
  visitor: VisitorNumbers[];
}

/** A wording that was held back. */
export interface Withheld {
  /** As the model wrote it. */
  text: string;
}

/**
 * Lets an answer through as it streams, but for numbers that are not known in the role they are said in and
 * for prices without a number ("free", "half price"): an invitation to a quote stands in their place. From a
 * word that may begin one, text waits for the end of its sentence, and is judged with all of it at hand. How
 * the text is cut into pieces makes no difference.
 */
export interface PriceGuard {
  /** Takes a piece of the answer; returns what may be sent now. */
  push(delta: string): string;
  /** The answer has ended: returns the rest of it. */
  flush(): string;
  /** From now on the amounts of this quote may be said. */
  allow(quote: QuoteView): void;
  readonly withheld: Withheld[];
}

export function createPriceGuard(options: PriceGuardOptions): PriceGuard {
  return new StreamGuard(options);
}

const CONTEXT_TOKENS = 120; // kept of what has passed: some sentences

class StreamGuard implements PriceGuard {
  readonly withheld: Withheld[] = [];
  private readonly known: Known;
  private readonly locale: 'en' | 'es';
  private readonly stream = new TokenStream();
  private readonly gate: SentenceGate;
  /** What has been read: up to `settled` it is sent or replaced. */
  private tokens: Token[] = [];
  private settled = 0;
  private held: HeldSentence | null = null;

  constructor({ facts, quotes, visitor }: PriceGuardOptions) {
    this.known = new Known(facts, visitor);
    this.gate = new SentenceGate(this.known);
    this.locale = facts.locale;
    for (const quote of quotes) this.known.quotes.add(quote);
  }

  push(delta: string): string {
    let out = '';
    for (const [token, sent] of this.stream.push(delta)) out += this.take(token, sent);
    const isWaiting = this.settled < this.tokens.length || this.gate.isClosed;
    return isWaiting ? out : out + this.stream.early();
  }

  flush(): string {
    let out = '';
    for (const [token, sent] of this.stream.flush()) out += this.take(token, sent);
    out += this.settle(true);
    this.tokens.push(LINE); // a second answer begins a line of its own
    this.settled = this.tokens.length;
    return out;
  }

  allow(quote: QuoteView): void {
    this.known.quotes.add(quote);
  }

  /** `sent` characters of the token are out already. */
  private take(token: Token, sent: number): string {
    this.tokens.push(token);
    return this.settle(false).slice(sent);
  }

  /** Decides what can be decided. */
  private settle(complete: boolean): string {
    let out = '';
    while (this.settled < this.tokens.length) {
      if (!this.held) {
        const token = this.tokens[this.settled] as Token;
        const isClosed = this.gate.holds(token);
        if (!isClosed) {
          const holds = mayBegin(this.tokens, this.settled, complete, this.known.offered);
          if (holds === null) break;
          if (!holds) {
            out += this.passOn(this.settled + 1);
            continue;
          }
        }
        this.held = new HeldSentence(this.settled, this.gate.sentence, isClosed);
      }
      const { held } = this;
      const mayStream = held.isForLanguage && !this.known.offeredMoney;
      const end = held.endIn(this.tokens, complete, mayStream);
      if (end === null) break;
      this.held = null;
      if (end === 'streams') this.gate.release();
      else out += this.judgeHeld(held, end);
    }
    if (!this.held && this.settled > 4 * CONTEXT_TOKENS) this.forget();
    return out;
  }

  private judgeHeld({ start, evidence, isForLanguage }: HeldSentence, end: number): string {
    const reader = new Reader(this.tokens, end);
    const isWhole = isForLanguage || this.gate.isClosedBy(evidence);
    const context = { known: this.known, isWhole, isFirst: this.gate.isFirst };
    let out = '';
    for (const verdict of judgeSentence(reader, start, end, context))
      out += verdict.held ? this.replace(verdict.end, verdict.held) : this.passOn(verdict.end);
    return out;
  }

  private passOn(end: number): string {
    let out = '';
    for (; this.settled < end; this.settled++) {
      const token = this.tokens[this.settled] as Token;
      this.gate.note(token);
      out += token.raw;
    }
    return out;
  }

  private replace(end: number, held: Held): string {
    const from = this.settled;
    const text = this.passOn(end);
    const phrase = invitation({
      held,
      text,
      before: rawOf(this.tokens.slice(Math.max(0, from - CONTEXT_TOKENS), from)),
      locale: this.locale,
      times: this.withheld.length,
      quoted: this.known.quotes.quotes.length > 0,
      describesNext: held.describes && isNounAt(this.tokens, end),
    });
    this.withheld.push({ text });
    return phrase;
  }

  private forget(): void {
    const from = this.settled - CONTEXT_TOKENS;
    this.tokens = this.tokens.slice(from);
    this.settled -= from;
  }
}

const LINE = tokenAt('\n', 0, true) as Token;

const rawOf = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join('');

/** Whether the next word is a noun that an amount before it describes. */
function isNounAt(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.kind === 'space' ? tokens[at + 1] : undefined;
  return (
    next?.kind === 'word' &&
    (!has(next, MEANS.function | MEANS.filler | MEANS.rate | MEANS.labor) ||
      has(next, MEANS.total | MEANS.terms))
  );
}
