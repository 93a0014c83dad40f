import type { QuoteView } from '../../calculator/views.ts';
import { AllowedAmounts, type Heard } from './allowed-amounts.ts';
import { type Amount, amountAt } from './find-amount.ts';
import { Normaliser } from './normalise.ts';
import { nextStart } from './scan.ts';
import { TokenReader, UNDECIDED } from './tokens.ts';
import { invitation } from './wording.ts';

export interface PriceGuardOptions {
  /** The session's quotes so far. */
  quotes: QuoteView[];
  /** Of each text that the visitor wrote in this session; see hear. */
  heard: Heard[];
  /** ISO 4217, of the company. */
  currency: string;
  locale: 'en' | 'es';
}

/** An amount that was held back. */
export interface Withheld {
  /** As the model wrote it. */
  text: string;
}

/**
 * Lets an answer through as it streams, but for amounts of money that no quote of the session has and
 * that the visitor did not name: these are replaced by an invitation to have it priced. Holds back only
 * what may be the beginning of an amount. How the text is cut into pieces makes no difference.
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

const CONTEXT_LENGTH = 160; // of the text before an amount: a sentence's worth

export function createPriceGuard(options: PriceGuardOptions): PriceGuard {
  const { currency, locale } = options;
  const allowed = new AllowedAmounts(currency);
  const normaliser = new Normaliser();
  const withheld: Withheld[] = [];
  let quoted = options.quotes.length > 0;
  let held = '';
  let before = '';
  for (const quote of options.quotes) allowed.addQuote(quote);
  for (const heard of options.heard) allowed.addHeard(heard);

  /** Moves on over the first `end` characters of what is held. */
  const pass = (end: number): string => {
    const passed = held.slice(0, end);
    held = held.slice(end);
    before = (before + passed).slice(-CONTEXT_LENGTH);
    return passed;
  };

  const decide = (complete: boolean): string => {
    let out = pass(nextStart(held, 0, before, complete));
    while (held !== '') {
      const reader = new TokenReader(held, complete);
      const found = decided(() => judge(reader));
      if (found === UNDECIDED) return out;
      const passed = pass(found.end);
      out += found.replacement ?? passed;
      if (found.replacement !== null) withheld.push({ text: passed });
      out += pass(nextStart(held, 0, before, complete));
    }
    return out;
  };

  /** What becomes of the beginning of what is held. */
  const judge = (reader: TokenReader): { end: number; replacement: string | null } => {
    const amount = amountAt(reader, 0, before);
    if (!amount) return { end: reader.at(0).end, replacement: null };
    if (allowed.has(amount)) return { end: amount.end, replacement: null };
    const describesNext = amount.describes && isNounNext(reader, amount);
    const again = withheld.length > 0;
    const context = { locale, before, again, quoted, describesNext };
    return { end: amount.end, replacement: invitation(amount, context) };
  };

  return {
    withheld,
    push(delta) {
      held += normaliser.push(delta);
      return decide(false);
    },
    flush() {
      held += normaliser.flush();
      return decide(true);
    },
    allow(quote) {
      quoted = true;
      allowed.addQuote(quote);
    },
  };
}

function isNounNext(reader: TokenReader, { end }: Amount): boolean {
  const next = reader.afterFiller(end);
  return next.kind === 'word' && (!next.meaning?.follows || next.folded === 'total');
}

function decided<T>(decide: () => T): T | typeof UNDECIDED {
  try {
    return decide();
  } catch (thrown) {
    if (thrown === UNDECIDED) return UNDECIDED;
    throw thrown;
  }
}
