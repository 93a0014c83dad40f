import type { QuoteView } from '../../calculator/views.ts';
import type { SiteFacts } from '../assistant.ts';
import { Cluster } from './cluster.ts';
import { isLatin, mayBeJudged } from './growing-word.ts';
import { judge } from './judge.ts';
import { judgeSentence } from './judge-sentence.ts';
import { Known } from './known.ts';
import { has, type Token, tokenAt } from './lexer.ts';
import { Normaliser } from './normalise.ts';
import { readFigures } from './numeral.ts';
import { Reader, UNDECIDED } from './reader.ts';
import { mayGoOn } from './relation-patterns.ts';
import { SentenceGate } from './sentence-gate.ts';
import type { Held, Verdict } from './verdict.ts';
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
 * for prices without a number ("free", "half price"): an invitation to a quote stands in their place. Text
 * waits only from such a number until it is decided. How the text is cut into pieces makes no difference.
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
  private readonly normaliser = new Normaliser();
  /** What has been read: up to `settled` it is sent or replaced. */
  private tokens: Token[] = [];
  private settled = 0;
  /** What is being held, until its end is known. */
  private open: Cluster | null = null;
  private readonly gate: SentenceGate;
  /** Whether a sentence is being held, until its end is known. */
  private isGated = false;
  /** Whether what comes next decides, which a space does not. */
  private waiting = false;
  /** The beginning of a token, and how much of it is sent already. */
  private rest = '';
  private restSent = 0;

  constructor({ facts, quotes, visitor }: PriceGuardOptions) {
    this.known = new Known(facts, visitor);
    this.gate = new SentenceGate(this.known);
    this.locale = facts.locale;
    for (const quote of quotes) this.known.quotes.add(quote);
  }

  push(delta: string): string {
    return this.read(this.normaliser.push(delta), false);
  }

  flush(): string {
    const out = this.read(this.normaliser.flush(), true);
    this.tokens.push(LINE); // a second answer begins a line of its own
    this.settled = this.tokens.length;
    return out;
  }

  allow(quote: QuoteView): void {
    this.known.quotes.add(quote);
  }

  private read(text: string, complete: boolean): string {
    const source = this.rest + text;
    let sent = this.restSent;
    let out = '';
    let at = 0;
    while (at < source.length) {
      const token = tokenAt(source, at, complete);
      if (!token) break;
      at += token.raw.length;
      this.tokens.push(token);
      if (!this.waiting || token.kind !== 'space') out += this.settle(false, sent);
      sent = 0;
    }
    this.rest = source.slice(at);
    this.restSent = at === 0 ? sent : 0;
    if (complete) return out + this.settle(true, 0);
    return out + this.early();
  }

  /** The letters of a word that can be no number any more need not wait for its end. */
  private early(): string {
    const { rest, tokens, settled, restSent } = this;
    if (settled < tokens.length || rest.length <= restSent || !isLatin(rest)) return '';
    if (this.gate.isClosed || mayBeJudged(rest)) return '';
    this.restSent = rest.length;
    return rest.slice(restSent);
  }

  /** Decides what can be decided; `sent` characters of the last token are out already. */
  private settle(complete: boolean, sent: number): string {
    let out = '';
    while (this.settled < this.tokens.length) {
      const token = this.tokens[this.settled] as Token;
      if (!this.isGated && this.open === null) this.openGate(token);
      if (this.open === null && !this.isGated && this.passesAtOnce(token)) {
        this.gate.note(token);
        if (has(token, MEANS.unit)) this.noteSize();
        const isLast = sent > 0 && this.settled === this.tokens.length - 1;
        out += isLast ? token.raw.slice(sent) : token.raw;
        this.settled++;
        continue;
      }
      const verdict = this.decided(complete);
      this.waiting = verdict === null && (!this.isGated || this.gate.progress.end !== null);
      if (!verdict) break;
      if (verdict !== STREAMS) out += this.carryOut(verdict);
    }
    if (this.settled > 4 * CONTEXT_TOKENS) this.forget();
    return out;
  }

  private passesAtOnce(token: Token): boolean {
    if (!token.judged) return true;
    if (!token.relates || this.tokens[this.settled + 1]?.kind !== 'space') return false;
    const next = this.tokens[this.settled + 2];
    return next?.kind === 'word' && !mayGoOn(token.text, next.text);
  }

  private decided(complete: boolean): Verdict | null {
    try {
      const reader = new Reader(this.tokens, complete);
      if (this.isGated) return this.judgeGated(reader);
      if (this.open === null) {
        const verdict = judge(reader, this.settled, this.known);
        if (!verdict.held) return verdict;
        this.open = new Cluster(this.settled, verdict.end, verdict.held);
      }
      return this.open.close(reader, this.known);
    } catch (thrown) {
      if (thrown === UNDECIDED) return null;
      throw thrown;
    }
  }

  private openGate(token: Token): void {
    if (!this.gate.holds(token)) return;
    this.isGated = true;
    this.gate.open();
  }

  private judgeGated(reader: Reader): Verdict {
    const end = this.gate.endOf(reader, this.settled);
    const verdict =
      end !== null &&
      judgeSentence(reader, this.settled, end, this.known, this.gate.isFirst, this.gate.progress);
    if (verdict) return verdict;
    this.gate.release();
    this.isGated = false;
    return STREAMS;
  }

  private carryOut({ end, held }: Verdict): string {
    const from = this.settled;
    this.open = null;
    this.settled = Math.max(from + 1, Math.min(end, this.tokens.length));
    this.isGated = false;
    const only = this.tokens[from];
    if (!held && only && this.settled === from + 1) {
      this.gate.note(only);
      return only.raw;
    }
    const taken = this.tokens.slice(from, this.settled);
    for (const token of taken) this.gate.note(token);
    const text = taken.map(({ raw }) => raw).join('');
    if (!held) {
      this.noteDimensions(taken);
      return text;
    }
    return this.replace(text, held, from);
  }

  private replace(text: string, held: Held, from: number): string {
    const before = this.tokens
      .slice(Math.max(0, from - CONTEXT_TOKENS), from)
      .map(({ raw }) => raw)
      .join('');
    const phrase = invitation({
      held,
      text,
      before,
      locale: this.locale,
      times: this.withheld.length,
      quoted: this.known.quotes.quotes.length > 0,
      describesNext: held.describes && isNounAt(this.tokens, this.settled),
    });
    this.withheld.push({ text });
    return phrase;
  }

  /** A size that the answer has stated may be repeated without its unit. */
  private noteSize(): void {
    let at = this.settled - 1;
    while (at >= 0 && /^(?:space|dash)$/.test(this.tokens[at]?.kind ?? '')) at--;
    const before = this.tokens[at];
    if (before?.kind === 'number') this.known.stateSize(readFigures(before.text));
  }

  /** The area of two sides that the answer has stated. */
  private noteDimensions(taken: readonly Token[]): void {
    const sides = taken.flatMap(({ kind, text }) => (kind === 'number' ? readFigures(text) : []));
    const [a, b] = sides;
    if (a !== undefined && b !== undefined && sides.length === 2)
      this.known.stateSize([a, b, a * b]);
  }

  private forget(): void {
    const from = this.settled - CONTEXT_TOKENS;
    this.tokens = this.tokens.slice(from);
    this.settled -= from;
  }
}

/** The sentence streams after all. */
const STREAMS: Verdict = { end: 0, held: null };

const LINE = tokenAt('\n', 0, true) as Token;

/** Whether the next word is a noun that an amount before it describes. */
function isNounAt(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.kind === 'space' ? tokens[at + 1] : undefined;
  return (
    next?.kind === 'word' &&
    (!has(next, MEANS.function | MEANS.filler | MEANS.rate | MEANS.labor) ||
      has(next, MEANS.total | MEANS.terms))
  );
}
