import Big from 'big.js';
import type { QuoteView } from '../../calculator/views.ts';
import { type Amount, amountAt } from './find-amount.ts';
import { normalise } from './normalise.ts';
import { numeralAt, valuesOf } from './numeral.ts';
import { speaksOfMoney } from './price-context.ts';
import { nextStart } from './scan.ts';
import { TokenReader } from './tokens.ts';

/** The amounts that may be said: those of the session's quotes, and those the visitor named. */
export class AllowedAmounts {
  private readonly quoted = new Set<string>();
  private readonly heard = new Set<string>();
  private readonly currency: string;
  private readonly minorDigits: number;

  constructor(currency: string) {
    this.currency = currency;
    this.minorDigits = minorDigitsOf(currency);
  }

  addQuote(quote: QuoteView): void {
    const { lines, waterfall, subtotal, tax, total, range } = quote;
    const minor = [
      ...lines.flatMap((line) => [line.unit_price, line.amount]),
      ...waterfall.flatMap((step) => [step.amount, step.running_total]),
      ...[subtotal, tax, total],
      ...(range ? [range.low, range.high] : []),
    ];
    const unit = new Big(10).pow(this.minorDigits);
    for (const amount of minor) this.quoted.add(key(new Big(amount).abs().div(unit)));
  }

  /** What a visitor wrote. */
  addHeard({ amounts }: Heard): void {
    for (const amount of amounts) this.heard.add(amount);
  }

  /** Whether each number that the amount states may be said. */
  has({ stated, currencies }: Amount): boolean {
    const ours = currencies === null || currencies.includes(this.currency);
    return stated.every((meanings) =>
      meanings.some((value) => (ours && this.quoted.has(key(value))) || this.heard.has(key(value))),
    );
  }
}

/** What may be said again of a visitor's text. */
export interface Heard {
  amounts: string[];
}

/** Amounts of money in a visitor's text, and bare numbers in a sentence about money. */
export function hear(text: string): Heard {
  const sentences = normalise(text).split(/(?<=[!?\n])|(?<=\.)\s/);
  return { amounts: sentences.flatMap((sentence) => amountsIn(sentence).map(key)) };
}

const minorDigits = new Map<string, number>();

/** How many decimals a currency has; asking Intl takes longer than all else here. */
function minorDigitsOf(currency: string): number {
  const known = minorDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  minorDigits.set(currency, digits);
  return digits;
}

const key = (value: Big) => value.toFixed();

function amountsIn(sentence: string): Big[] {
  const reader = new TokenReader(sentence, true);
  const found: Big[] = [];
  const aboutMoney = speaksOfMoney(sentence);
  let at = nextStart(sentence, 0, '', true);
  while (at < sentence.length) {
    const amount = amountAt(reader, at, sentence.slice(0, at));
    const bare = amount || !aboutMoney ? null : numeralAt(reader, at, false);
    found.push(...(amount?.stated.flat() ?? []));
    if (bare && !isSize(reader, bare.end)) found.push(...valuesOf(bare).filter(isLikelyMoney));
    const end = amount?.end ?? bare?.end ?? reader.at(at).end;
    at = nextStart(sentence, end, '', true);
  }
  return found;
}

const BARE_MIN = 100; // a smaller bare number is a size, a count or a date
const BARE_MAX = 9_999_999; // a longer one is a phone number

const isLikelyMoney = (value: Big) => value.gte(BARE_MIN) && value.lte(BARE_MAX);

function isSize(reader: TokenReader, end: number): boolean {
  const next = reader.afterFiller(end);
  return (
    next.meaning?.thing === true ||
    /^[%'"’”]$/.test(next.text) ||
    /^(?:x.*|by|por)$/.test(next.folded)
  );
}
