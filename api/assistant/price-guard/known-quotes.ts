import type { QuoteLineView, QuoteView } from '../../calculator/views.ts';
import { fold } from './fold.ts';
import { keyOf } from './numeral.ts';

export type Role = 'total' | 'subtotal' | 'tax' | 'range' | 'unit' | 'line' | 'running';

/** An amount of a quote, with what it is there. */
export interface QuotedAmount {
  role: Role;
  quote: QuoteView;
  line?: QuoteLineView;
  /** Of a range, whether it is its lower end. */
  isLow?: boolean;
}

/** The numbers of a session's quotes: amounts by their role, sizes and counts. */
export class KnownQuotes {
  readonly quotes: QuoteView[] = [];
  /** The digits of the quotes' numbers. */
  readonly numbers = new Set<string>();
  private readonly amounts = new Map<string, QuotedAmount[]>();
  private readonly sizes = new Set<string>();

  add(quote: QuoteView): void {
    this.quotes.push(quote);
    this.numbers.add(quote.number.replace(/\D/g, ''));
    const unit = 10 ** minorDigitsOf(quote.currency);
    const put = (minor: number, amount: QuotedAmount) => {
      const key = keyOf(Math.abs(minor) / unit);
      this.amounts.set(key, [...(this.amounts.get(key) ?? []), amount]);
    };
    put(quote.total, { role: 'total', quote });
    put(quote.subtotal, { role: 'subtotal', quote });
    put(quote.tax, { role: 'tax', quote });
    if (quote.range) {
      put(quote.range.low, { role: 'range', quote, isLow: true });
      put(quote.range.high, { role: 'range', quote });
    }
    for (const line of quote.lines) {
      put(line.unit_price, { role: 'unit', quote, line });
      put(line.amount, { role: 'line', quote, line });
    }
    for (const { running_total } of quote.waterfall)
      if (running_total !== quote.total) put(running_total, { role: 'running', quote });
    for (const size of sizesOf(quote)) this.sizes.add(size);
  }

  amountsOf(value: number): readonly QuotedAmount[] {
    return this.amounts.get(keyOf(value)) ?? [];
  }

  hasSize(value: number): boolean {
    return this.sizes.has(keyOf(value));
  }
}

const sizesByQuote = new WeakMap<QuoteView, Set<string>>();

/** Every size and count that a quote states, in its inputs, lines and labels. */
export function sizesOf(quote: QuoteView): ReadonlySet<string> {
  let sizes = sizesByQuote.get(quote);
  if (!sizes) {
    const { inputs, lines, title } = quote;
    const texts = [
      title,
      ...Object.values(inputs),
      ...lines.flatMap((line) => [line.quantity, line.label]),
    ];
    const numbers = texts.join(' | ').match(/\d+(?:\.\d+)?/g) ?? [];
    sizes = new Set(numbers.map((number) => keyOf(Number(number))));
    sizesByQuote.set(quote, sizes);
  }
  return sizes;
}

/** The words of a label that tell it from others. */
export const wordsOf = (label: string): string[] =>
  (label.match(/[\p{L}\p{M}]{4,}/gu) ?? []).flatMap((word) => {
    const stemmed = stem(fold(word));
    return [stemmed, `${stemmed.replace(/e$/, '')}ing`]; // "edge" is said as "edging"
  });

/** Without the ending of a plural or a possessive. */
export const stem = (word: string): string =>
  word.length > 4 ? word.replace(/'s$/, '').replace(/(?:(?<=s|x|z|ch|sh)e)?s$/, '') : word;

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
