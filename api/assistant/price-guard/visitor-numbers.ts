import { namesAmount } from './acceptance.ts';
import { asksPrice } from './asked-price.ts';
import { type Language, languageOf } from './language.ts';
import { isNumbered } from './numbered-rules.ts';
import { keyOf, type Numeral, numeralAt } from './numeral.ts';
import { digitRunsOf, neighboursOf } from './plain-numbers.ts';
import { rateBehind } from './rate.ts';
import { tokensOf } from './read-text.ts';
import { Reader } from './reader.ts';
import { address, isDimensionJoint } from './shapes.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** The numbers of a visitor's message, by what they can be. */
export interface VisitorNumbers {
  /** Possible amounts of money: they may be repeated as the visitor's own. */
  amounts: ReadonlySet<string>;
  /** Sizes and counts, and areas worked out of two sides. */
  sizes: ReadonlySet<string>;
  /** Any number. */
  all: ReadonlySet<string>;
  /** Digits of phone numbers and the like. */
  digits: ReadonlySet<string>;
  neighbours: ReadonlySet<string>;
  /** Whether it names an amount of money, which an answer could accept. */
  offers: boolean;
  asks: boolean;
  /** Whether it speaks of money. */
  asksPrice: boolean;
  /** Bits of MEANS of all its words. */
  means: number;
  language: Language;
}

const SHORT_WORDS = 3; // a bare number is the answer to a question for a size
const HAS = /^(?:have|got|i've|tengo|only|solo|can|do|pay|cash|budget|max|deal|le|doy)$/; // "I have 5000" is a budget
const TEXT_MAX = 20_000; // characters; what is beyond is not repeated

/** Reads a visitor's message once, for all answers that follow. Linear in its length. */
export function extractVisitorNumbers(text: string): VisitorNumbers {
  const tokens = tokensOf(text.slice(0, TEXT_MAX));
  const reader = new Reader(tokens);
  const numbers = {
    amounts: new Set<string>(),
    sizes: new Set<string>(),
    all: new Set<string>(),
    bare: new Set<string>(),
  };
  const words = tokens.filter(({ kind }) => kind === 'word');
  const isShort = words.length <= SHORT_WORDS && !words.some(({ text }) => HAS.test(text));
  let side: Numeral | null = null;
  for (let at = 0; at < tokens.length; ) {
    const numeral = numeralAt(reader, at);
    if (numeral && !isOne(numeral, reader)) {
      sort(numeral, reader, numbers);
      if (side) addProducts(side, numeral, numbers);
      side = isDimensionJoint(reader, numeral.end) ? numeral : null;
    }
    at = numeral?.end ?? at + 1;
  }
  const { amounts, all } = numbers;
  const language = languageOf(tokens);
  const offers = namesAmount(tokens, amounts, tokens.some(isMoneyWord), numbers.sizes.size > 0);
  return {
    amounts,
    all,
    sizes: isShort && !offers ? new Set([...numbers.sizes, ...numbers.bare]) : numbers.sizes,
    digits: new Set(digitRunsOf(tokens, 5)),
    neighbours: new Set(offers ? [] : neighboursOf(tokens)),
    offers,
    asks: /[?？؟;]/.test(text),
    asksPrice: offers || isRated(amounts, all) || asksPrice(text, tokens, language),
    means: tokens.reduce((bits, { meaning }) => bits | meaning.means, 0),
    language,
  };
}

/** Whether a number is marked as money, by a rate: only the others are in `all`. */
const isRated = (amounts: ReadonlySet<string>, all: ReadonlySet<string>) =>
  [...amounts].some((amount) => !all.has(amount));

const isOne = (numeral: Numeral, reader: Reader) =>
  numeral.inWords && reader.at(numeral.start).text === 'one' && numeral.values[0] === 1;

/** `bare` are those that nothing tells to be money. */
type Sorted = Record<'amounts' | 'sizes' | 'all' | 'bare', Set<string>>;

function sort(numeral: Numeral, reader: Reader, { amounts, sizes, all, bare }: Sorted): void {
  const keys = numeral.values.map(keyOf);
  const behind = reader.at(reader.next(numeral.end));
  const isMoney =
    reader.at(reader.back(numeral.start)).kind === 'sign' ||
    isMoneyWord(behind) ||
    (!has(behind, SIZED) && rateBehind(reader, numeral.end).length > 0);
  const isSize =
    !isMoney &&
    (has(behind, SIZED) ||
      /^['"′″’”]$/.test(behind.raw) ||
      isDimensionJoint(reader, numeral.end) ||
      isSecondSide(reader, numeral.start));
  const isOther =
    address(reader, numeral) !== null ||
    isNumbered(reader, numeral) ||
    numeral.values.some((value) => value >= PHONE_MIN);
  for (const key of keys) {
    if (!isMoney) all.add(key);
    if (!isSize && (isMoney || !isOther)) amounts.add(key);
    if (isSize) sizes.add(key);
    if (!isMoney) bare.add(key);
  }
}

const PHONE_MIN = 10_000_000; // a larger one is a phone number
const SIZED = MEANS.unit | MEANS.thing | MEANS.time | MEANS.size;
const isMoneyWord = (token: Token) => token.kind === 'sign' || has(token, MEANS.money);

const isSecondSide = (reader: Reader, start: number) => {
  const joint = reader.back(start);
  const first = reader.at(reader.back(joint));
  const isSide = first.kind === 'number' || has(first, MEANS.unit) || /^['"′″’”]$/.test(first.raw);
  return joint >= 0 && isSide && isDimensionJoint(reader, joint);
};

function addProducts(first: Numeral, second: Numeral, { sizes, all }: Sorted): void {
  for (const a of first.values)
    for (const b of second.values)
      for (const value of [a, b, a * b]) {
        sizes.add(keyOf(value));
        all.add(keyOf(value));
      }
}
