import type { QuoteView } from '../../calculator/views.ts';

/** A quote with its amounts written out, so that the model has nothing to compute and nothing to format. */
export function quoteForModel(quote: QuoteView, locale: string): Record<string, unknown> {
  const money = moneyFormat(locale, quote.currency);
  return {
    number: quote.number,
    service: quote.title,
    lines: quote.lines.map((line) => ({
      label: line.label,
      quantity: `${line.quantity} ${line.unit}`,
      unit_price: money(line.unit_price),
      amount: money(line.amount),
    })),
    subtotal: money(quote.subtotal),
    tax: money(quote.tax),
    total: money(quote.total),
    ...(quote.range ? { range: `${money(quote.range.low)} to ${money(quote.range.high)}` } : {}),
    valid_until: quote.valid_until,
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** Writes integer minor units in the locale's way, e.g. 247500 as "$2,475.00". */
function moneyFormat(locale: string, currency: string): (minor: number) => string {
  const language = locale === 'es' && currency === 'USD' ? 'es-US' : locale;
  const key = `${language} ${currency}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
  formats.set(key, format);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A decimal string is formatted digit by digit: no float in between.
  return (minor) => format.format(decimalString(minor, digits));
}

function decimalString(minor: number, digits: number): Intl.StringNumericLiteral {
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const cut = text.length - digits;
  const decimal = digits ? `${text.slice(0, cut)}.${text.slice(cut)}` : text;
  return `${minor < 0 ? '-' : ''}${decimal}` as Intl.StringNumericLiteral;
}
