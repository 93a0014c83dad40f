import type { QuoteView } from '../../../calculator/views.ts';
import { createPriceGuard, type PriceGuardOptions } from '../price-guard.ts';
import { FACTS } from './company.ts';

/** Values that the tests of the price guard share. */
export const quote: QuoteView = {
  id: 'q',
  number: 'Q-1001',
  service: 'pavers',
  title: 'Paver patio',
  inputs: {},
  currency: 'USD',
  lines: [
    {
      kind: 'material',
      label: 'Pavers',
      quantity: '550',
      unit: 'sq ft',
      unit_price: 450,
      amount: 247_500,
    },
    {
      kind: 'discount',
      label: 'Spring',
      quantity: '1',
      unit: 'each',
      unit_price: -5_000,
      amount: -5_000,
    },
  ],
  subtotal: 242_500,
  tax: 20_006,
  total: 262_506,
  range: { low: 250_000, high: 300_000 },
  waterfall: [{ label: 'Pavers', amount: 247_500, running_total: 247_500 }],
  config_version: 1,
  valid_until: '2026-12-21',
  created_at: '2026-11-21T00:00:00Z',
};

export const INVITATION = 'an amount I can price exactly for you (just tell me the size)';

export function guardOf(options: Partial<PriceGuardOptions> = {}) {
  return createPriceGuard({
    facts: FACTS,
    quotes: [],
    visitor: [],
    ...options,
  });
}

/** What a visitor sees of an answer, and what was held back of it. */
export function guarded(pieces: string | string[], options: Partial<PriceGuardOptions> = {}) {
  const guard = guardOf(options);
  const sent = [pieces].flat().map((piece) => guard.push(piece));
  return { text: sent.join('') + guard.flush(), withheld: guard.withheld.map(({ text }) => text) };
}

/** Amounts of money that nobody quoted, as they are written and disguised. */
export const MADE_UP = [
  ...[
    '$12,500',
    '$12.50',
    '$ 900',
    '$12k',
    '$5m',
    '$0',
    '$1 200',
    '$1,200.50',
    '$4,500+',
    '$12/sq ft',
    '9.50/sq ft',
  ],
  ...['1,200 dollars', '1200$', '4500 bucks', '500 US dollars', '75¢', '50 cents', '12k', '12K'],
  ...[
    'USD 1200',
    'usd 1200',
    '1200 USD',
    'USD$ 900',
    'US$ 900',
    'US$900',
    '1.200 €',
    '€1.200',
    '£99',
    'AUD 500',
  ],
  ...['twelve hundred dollars', 'two thousand five hundred dollars', 'five grand', 'ten bucks'],
  ...['half a million dollars', 'two and a half thousand dollars', 'Twenty-five hundred dollars'],
  ...['doce mil dólares', 'dos mil quinientos pesos', 'mil dólares', 'unos $500', '1,200 dólares'],
  ...[
    '$5-7',
    '$5 to 7',
    '5 to 7 dollars',
    '8 or 10 thousand dollars',
    '$8,000–$10,000',
    '12K–15K',
    '5-7k',
  ],
  ...['$US 4500', 'USD4500', '$4٬500', '4500 smackers'],
  ...['$**1,200**', '1,200** dollars', '$`1,200`', '$\\1,200'],
  ...[
    '＄１，２００',
    '$1\u200b2,500',
    '$1,2\u00ad00',
    '$1\u{e0041}200',
    '٣٥٠ dollars',
    '𝟏𝟐𝟎𝟎 dollars',
  ],
];
