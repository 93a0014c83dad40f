import { type Numeral, numeralAt } from './numeral.ts';
import type { Reader } from './reader.ts';
import { longestOf } from './shapes.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { DOLLAR_LETTERS, GLUED_MONEY, SIGNS } from './vocabulary/money.ts';

export interface Mark {
  end: number;
  /** ISO 4217 codes it may mean; null for any. */
  currencies: readonly string[] | null;
  /** Stands like an adjective: "five hundred dollar deposit". */
  describes: boolean;
}

const of = (sign: string) => (sign === '¢' || sign === '💲' ? null : (SIGNS[sign] ?? []));

/** A sign or code before a number: "$", "US$", "USD", "Rs."; null if none is here. */
export function signAt(reader: Reader, start: number): Mark | null {
  const first = reader.at(start);
  if (first.kind === 'sign') {
    let end = start + 1;
    while (reader.at(end).kind === 'sign' && end - start < 4) end++;
    const letters = DOLLAR_LETTERS[reader.at(end).raw];
    return {
      end: letters ? end + 1 : end,
      currencies: letters ? [letters] : of(first.text),
      describes: true,
    };
  }
  if (first.kind !== 'word') return null;
  const letters = DOLLAR_LETTERS[first.raw];
  if (letters && reader.at(start + 1).kind === 'sign')
    return { end: start + 2, currencies: [letters], describes: true };
  if (!has(first, MEANS.code)) return null;
  let at = reader.next(start + 1);
  if (reader.at(at).raw === '.' || reader.at(at).kind === 'sign') at++;
  return { end: at, currencies: first.meaning.currencies ?? null, describes: true };
}

/** A sign or word behind a number: "€", "dollars", "US dollars", "de dólares", "bucks", "美元". */
export function currencyBehind(reader: Reader, end: number): Mark | null {
  let at = reader.next(end);
  const first = reader.at(at);
  if (first.single) {
    const glued = longestOf(reader, at, GLUED_MONEY);
    return glued === null ? null : { end: glued, currencies: ['USD'], describes: false };
  }
  if (first.kind === 'sign') {
    // "Option 1 $500": the sign of the number that follows.
    if (reader.at(reader.next(at + 1)).kind === 'number') return null;
    return { end: at + 1, currencies: of(first.text), describes: false };
  }
  if (first.kind === 'dash') at++;
  for (
    let words = 0;
    words < 2 &&
    /^(?:us|u|s|de|d|of|american|canadian|americanos|estadounidenses|good|big|full|whole)$/.test(
      reader.at(at).text,
    );
    words++
  )
    at = reader.next(at + 1);
  const word = reader.at(at);
  if (word.text === 'ones' && reader.at(reader.back(at)).text === 'big')
    return { end: at + 1, currencies: [], describes: false };
  if (!has(word, MEANS.money)) return null;
  if (has(word, MEANS.slang) && isNoun(reader, at)) return null;
  return {
    end: at + 1,
    currencies: word.meaning.currencies ?? null,
    describes: /(?:dollar|euro|peso|buck)$/.test(word.text),
  };
}

/** Slang is a noun by itself: "six large", and not "six large pavers", "2 Grand Avenue". */
export function isNoun(reader: Reader, at: number): boolean {
  const next = reader.at(reader.next(at + 1));
  if (reader.at(at).text === 'grand') return has(next, MEANS.street) || GRAND.test(next.text);
  const ends = next.kind !== 'word' || next.single;
  return !ends && !has(next, MEANS.function | MEANS.rate | MEANS.money | MEANS.filler);
}

const GRAND = /^(?:pianos?|opening|entrance|canyon|prix|finale|design|plan|idea|scheme)$/;

const CENTS = /^(?:cents?|centavos?|centimos?|¢)$/;

/** What an amount says with its name: "45 cents", "six dollars and ten cents". */
export function amountBehind(
  reader: Reader,
  { values, end }: Numeral,
  name: Mark | null,
): { values: number[]; end: number; isCents?: boolean } {
  if (!name) return { values, end };
  if (CENTS.test(reader.at(name.end - 1).text))
    return { values: values.map((value) => value / 100), end: name.end, isCents: true };
  let at = reader.next(name.end);
  if (/^(?:and|y|con)$/.test(reader.at(at).text)) at = reader.next(at + 1);
  const cents = numeralAt(reader, at);
  if (!cents) return { values, end: name.end };
  const isCounted = CENTS.test(reader.at(cents.end - 1).text); // "cents" is a French hundred too
  const unit = isCounted ? cents.end - 1 : reader.next(cents.end);
  const parts = (cents.values[0] ?? 100) / (isCounted ? 100 : 1);
  if (parts >= 100 || !CENTS.test(reader.at(unit).text)) return { values, end: name.end };
  return { values: values.map((value) => value + parts / 100), end: unit + 1 };
}
