import type { SiteFacts } from '../assistant.ts';
import { type KnownFacts, knownFacts } from './known-facts.ts';
import { KnownQuotes } from './known-quotes.ts';
import type { Language } from './language.ts';
import { keyOf } from './numeral.ts';
import type { VisitorNumbers } from './visitor-numbers.ts';

/** All that may be said in one session, and as what. */
export class Known {
  readonly quotes = new KnownQuotes();
  readonly facts: KnownFacts;
  /** Whether the visitor's last message names an amount, which an answer could accept. */
  readonly offered: boolean;
  /** Whether it names one as money. */
  readonly offeredMoney: boolean;
  /** Whether it asks something. */
  readonly isAsked: boolean;
  /** Whether the visitor speaks of money, or asks for a number in disguise. */
  readonly asked: boolean;
  /** Whether the last message does. */
  readonly asksNow: boolean;
  /** The language of the visitor's last message that shows one. */
  readonly language: Language;
  private readonly visitor: readonly VisitorNumbers[];
  /** Sizes that this answer has stated with their unit. */
  private readonly stated = new Set<string>();

  constructor(facts: SiteFacts, visitor: readonly VisitorNumbers[]) {
    this.facts = knownFacts(facts);
    this.visitor = visitor;
    this.offered = (visitor.at(-1)?.amounts.size ?? 0) > 0;
    this.offeredMoney = visitor.at(-1)?.offers ?? false;
    this.isAsked = visitor.at(-1)?.asks ?? false;
    this.asksNow = visitor.at(-1)?.asksPrice ?? true;
    this.asked = visitor.length === 0 || visitor.some(({ asksPrice }) => asksPrice);
    this.language = visitor.findLast(({ language }) => language !== null)?.language ?? null;
  }

  /** Whether a bare number may be a price: the visitor asks for one, or was quoted one. */
  get asksPrice(): boolean {
    return this.asked || this.quotes.quotes.length > 0;
  }

  stateSize(values: readonly number[]): void {
    if (this.stated.size < STATED_MAX) for (const value of values) this.stated.add(keyOf(value));
  }

  /** Whether the visitor's last message has a word of such a meaning. */
  asksFor(bits: number): boolean {
    return ((this.visitor.at(-1)?.means ?? 0) & bits) !== 0;
  }

  /** Whether it is a size of this conversation. */
  isSize(values: readonly number[]): boolean {
    return values.some((value) => {
      const key = keyOf(value);
      const isSaid = this.stated.has(key) || this.visitor.some(({ sizes }) => sizes.has(key));
      return isSaid || this.quotes.hasSize(value);
    });
  }

  /** Whether it is a limit or an option of a service. */
  isLimit(values: readonly number[]): boolean {
    return values.some((value) => this.facts.sizes.has(keyOf(value)));
  }

  isVisitors(values: readonly number[], what: 'amounts' | 'all'): boolean {
    return (
      values.length > 0 &&
      values.some((value) => this.visitor.some((said) => said[what].has(keyOf(value))))
    );
  }

  /** Whether the visitor stated it, and it can be no amount of money: an address, a phone number. */
  isVisitorsOther(values: readonly number[]): boolean {
    return (
      this.isVisitors(values, 'all') && !this.isVisitors(values, 'amounts') && !this.isSize(values)
    );
  }

  hasDigits(digits: string): boolean {
    return (
      this.facts.digits.has(digits) ||
      this.visitor.some((said) => said.digits.has(digits)) ||
      this.quotes.numbers.has(digits)
    );
  }

  /** Whether a phone or licence number of the company's ends with these. */
  endsDigits(digits: string): boolean {
    return [...this.facts.digits].some((known) => known.endsWith(digits));
  }

  hasNeighbour(pair: string): boolean {
    return (
      this.facts.neighbours.has(pair) || this.visitor.some((said) => said.neighbours.has(pair))
    );
  }
}

const STATED_MAX = 200;
