import type { TokenReader } from './tokens.ts';
import { DOLLAR_LETTERS } from './vocabulary.ts';

/** What marks a number as money. */
export interface Money {
  end: number;
  /** ISO 4217 codes it may mean; null for any. */
  currencies: readonly string[] | null;
  /** 1 for units; a hundredth for cents; 1,000 for grands. */
  factor: number;
  /** Stands like an adjective: "five hundred dollar deposit". */
  describes: boolean;
}

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'COP', 'ARS', 'CLP', 'SGD', 'HKD'];
const SIGNS: Record<string, readonly string[]> = {
  $: DOLLARS,
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
};
/** A sign or code before a number: "$", "US$", "USD", "USD $". */
export function moneyBefore(reader: TokenReader, start: number): Money | null {
  const first = reader.at(start);
  if (first.kind === 'sign') {
    // "$US 4500"
    const behind = first.text === '$' ? DOLLAR_LETTERS[reader.at(first.end).text] : undefined;
    const end = behind ? reader.at(first.end).end : first.end;
    const money = signed(first.text, end);
    return behind ? { ...money, currencies: [behind] } : money;
  }
  if (first.kind !== 'word') return null;
  const letters = DOLLAR_LETTERS[first.text];
  if (letters) {
    const sign = reader.at(first.end);
    return sign.text === '$' ? { ...signed('$', sign.end), currencies: [letters] } : null;
  }
  if (!first.meaning?.code) return null;
  const next = reader.afterFiller(first.end);
  const end = next.kind === 'sign' ? next.end : first.end;
  return { end, currencies: first.meaning.money ?? null, factor: 1, describes: false };
}

/** A sign or word behind a number: "€", "dollars", "US dollars", "de dólares", "bucks", "grand", "cents". */
export function moneyAfter(reader: TokenReader, start: number): Money | null {
  let next = reader.afterFiller(start);
  if (next.kind === 'sign') {
    // "Option 1 $500": the sign of the number that follows.
    const after = reader.afterFiller(next.end);
    if (after.kind === 'number') return null;
    return next.text === '¢' || next.text === '￠' ? cents(next.end) : signed(next.text, next.end);
  }
  if (next.kind === 'dash') next = { ...reader.at(next.end), start: next.end };
  if (ADJECTIVES.has(next.folded)) next = reader.afterFiller(next.end);
  const { meaning, folded, end } = next;
  if (!meaning?.money) return null;
  // 1200 Grand Avenue, 5 grand pianos, 1200 Buck Road.
  if (/^(?:grand|bucks?)$/.test(folded) && reader.afterFiller(end).meaning?.name) return null;
  if (meaning.cents) return cents(end);
  return {
    end,
    currencies: meaning.money.length ? meaning.money : null,
    factor: folded === 'grand' ? 1_000 : 1,
    describes: folded === 'dollar' || folded === 'buck' || folded === 'euro',
  };
}

const ADJECTIVES = new Set(['us', 'american', 'canadian', 'de', 'of']);

const signed = (sign: string, end: number): Money => ({
  end,
  currencies: SIGNS[sign] ?? [],
  factor: 1,
  describes: false,
});

const cents = (end: number): Money => ({ end, currencies: null, factor: 0.01, describes: false });
