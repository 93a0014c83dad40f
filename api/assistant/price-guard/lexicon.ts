import { fold, wordSet } from './fold.ts';
import { ACCEPTANCE_RELATIONS, PRICE_RELATIONS } from './relation-patterns.ts';
import * as context from './vocabulary/context.ts';
import { FREE_PHRASES } from './vocabulary/free-phrases.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { CODES, MONEY, SLANG } from './vocabulary/money.ts';
import { CARDINALS, COMPOUND, TIMES, WEAK } from './vocabulary/numerals.ts';
import { SHARE_PHRASES } from './vocabulary/share-phrases.ts';
import { PARTS, SHARES } from './vocabulary/shares.ts';
import * as units from './vocabulary/units.ts';

export interface Meaning {
  /** Bits of MEANS. */
  means: number;
  value?: number;
  times?: number;
  /** ISO 4217 codes that a name of money may mean; empty for any. */
  currencies?: readonly string[];
}

const meanings = new Map<string, Meaning>();

/** A word is kept as it is written and folded; with `=` before it only as it is written. */
function add(words: string, means: number, more: Partial<Meaning> = {}): void {
  for (const given of words.split(' ')) {
    const word = given.replace('=', '').toLowerCase().normalize('NFC');
    for (const form of new Set([word, given.startsWith('=') ? word : fold(word)])) {
      const known = meanings.get(form);
      meanings.set(form, { ...more, ...known, means: (known?.means ?? 0) | means });
    }
  }
}

for (const [from, step, words] of CARDINALS)
  words.split(' ').forEach((word, i) => {
    add(word, MEANS.numeral, { value: from + i * step });
  });
for (const [times, words] of Object.entries(TIMES))
  add(words, MEANS.times, { times: Number(times) });
add(
  'couple par few several some varios varias unos unas algunos handful pocos quelques einige paar ein alcuni alguns несколько пара',
  MEANS.vague,
);
add('half medio media', MEANS.numeral | MEANS.weak, { value: 0.5 });
const MISSPELT_MIN = 5;

/** A word with a letter left out, or two swapped. */
const misspellings = (word: string): string[] =>
  [...word].flatMap((letter, i) => {
    const [before, behind] = [word.slice(0, i), word.slice(i + 1)];
    const swapped = `${before}${behind.slice(0, 1)}${letter}${behind.slice(1)}`;
    return [`${before}${behind}`, swapped].filter(
      (one) => one.length >= MISSPELT_MIN && !meanings.has(one),
    );
  });

for (const [codes, words] of MONEY)
  add(words, MEANS.money, { currencies: codes ? codes.split(' ') : [] });
for (const [times, word] of [
  [100, 'hundred'],
  [1000, 'thousand'],
] as const)
  for (const one of misspellings(word)) add(one, MEANS.times, { times });
for (const word of ['dollars', 'bucks'])
  for (const one of misspellings(word)) add(one, MEANS.money, { currencies: [] });
add(SLANG, MEANS.money | MEANS.slang, { currencies: [] });
for (const code of CODES.split(' '))
  add(code, MEANS.money | MEANS.code, { currencies: [code.toUpperCase()] });
add(WEAK, MEANS.weak);
add(units.UNITS, MEANS.unit);
add(units.AMBIGUOUS_UNITS, MEANS.unit | MEANS.ambiguous);
add(units.TIME_UNITS, MEANS.time);
add(units.THINGS, MEANS.thing);
add(units.STREETS, MEANS.street);
add(units.NUMBERED, MEANS.numbered);
add(context.PRICE, MEANS.price);
add(context.TOTAL, MEANS.total);
add(context.PER, MEANS.rate);
add(context.RATED, MEANS.rated);
add(context.TERMS, MEANS.terms);
add(context.DISCOUNT, MEANS.discount);
add(context.TAX, MEANS.tax);
add(context.LABOR, MEANS.labor);
add(context.DELIVERY, MEANS.delivery);
add(context.MONTHS, MEANS.month);
add(context.WEEKDAYS, MEANS.weekday);
add(context.CLOCK, MEANS.clock);
add(context.RANGE, MEANS.range);
add(context.FILLERS, MEANS.filler);
add(context.SIZE, MEANS.size);
add(context.FUNCTION, MEANS.function);
add(context.NEGATIONS, MEANS.negation);
add(
  'percent pct porciento prozent procent процент процента процентов відсотків відсотки प्रतिशत persen porsyento bahagdan אחוז אחוזים',
  MEANS.percent,
);

/** Beginnings of compound numerals: any other word may be sent before its end is known. */
const STEM_LIST =
  'ein zwei drei vier funf fuenf sech sieb acht neun zehn elf zwan dreis twin dert veer vier vijf zest zeve tach nege twee drie zes acht due tre quat cinq sei sett otto nov cent mille mil dos tres cuat cinc seis siet ocho nuev hund taus thou hundred fem fyra atta tva trzy dwa dwie czte piec szes siede osiem dziew pol';
const STEMS = new RegExp(`^(?:${STEM_LIST.replaceAll(' ', '|')}|[^a-z])`);

const NOTHING: Meaning = { means: 0 };
const COMPOUND_NUMERAL: Meaning = { means: MEANS.numeral | MEANS.times };

const SHORTEST_COMPOUND = 6;

/** What a word means; `folded` is its folded form, `word` as it is written, in lower case. */
export function meaningOf(word: string, folded: string): Meaning {
  const known = meanings.get(word) ?? meanings.get(folded);
  if (known) return known;
  return folded.length >= SHORTEST_COMPOUND && STEMS.test(folded) && COMPOUND.test(folded)
    ? COMPOUND_NUMERAL
    : NOTHING;
}

/** Phrases by their first word; each as the words that follow it. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const PHRASE_WORDS =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|[\p{L}\p{M}']+|\*/gu;

function phrasesOf(list: readonly string[]): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const phrase of list) {
    const [first = '', ...rest] = (phrase.match(PHRASE_WORDS) ?? []).map(fold);
    phrases.set(first, [...(phrases.get(first) ?? []), rest]);
  }
  for (const rests of phrases.values()) rests.sort((a, b) => b.length - a.length);
  return phrases;
}

export const TERMS: Phrases = phrasesOf([...FREE_PHRASES, ...SHARE_PHRASES]);

const SHARE_WORDS = wordSet(`${SHARES} ${PARTS}`);

const SUSPICIOUS = MEANS.numeral | MEANS.times | MEANS.money | MEANS.code | MEANS.vague;

/** Whether a letter may begin a word that is spelled out; some letters are words by themselves. */
const mayBeSpelled = (letter: string) => /^[b-hj-np-xz]$/.test(letter);

/** Whether a word has to be judged before it may pass. */
export const isSuspicious = (word: string, means: number): boolean =>
  (word.length === 1 && mayBeSpelled(word)) ||
  (means & SUSPICIOUS) !== 0 ||
  TERMS.has(word) ||
  ACCEPTANCE_RELATIONS.has(word) ||
  PRICE_RELATIONS.has(word) ||
  SHARE_WORDS.has(word);

const PREFIXES = new Set<string>();
for (const word of [
  ...[...meanings].flatMap(([word, { means }]) => ((means & SUSPICIOUS) !== 0 ? [word] : [])),
  ...TERMS.keys(),
  ...ACCEPTANCE_RELATIONS.keys(),
  ...PRICE_RELATIONS.keys(),
  ...SHARE_WORDS,
  ...STEM_LIST.split(' '),
])
  for (let end = 1; end <= word.length; end++) PREFIXES.add(word.slice(0, end));

/** Whether a word that still grows, in lower case, may become one that has to be judged. */
export const mayBecomeSuspicious = (start: string): boolean =>
  (start.length === 1 && mayBeSpelled(start)) ||
  !/^[a-z]+$/.test(start) ||
  PREFIXES.has(start) ||
  STEMS.test(start);

/** Whether a word has to be judged only because a wording of a price may begin with it. */
export const isOnlyRelating = (word: string, means: number): boolean =>
  word.length > 1 &&
  (means & SUSPICIOUS & ~MEANS.vague) === 0 &&
  !SHARE_WORDS.has(word) &&
  isSuspicious(word, means);
