import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { textAfter, textBefore } from '../../platform/nearby-text.ts';
import { withoutOldMobile } from '../match/old-mobile.ts';
import type { CapturedDetail, CaptureOptions, UnusablePhone } from './capture.types.ts';

const EXTENSION = String.raw`(?:\s{0,3},?\s{0,3}(?:ext\.?|extension|x)\s{0,3}\d{1,6}(?!\d|\s{0,3}(?:ft|x|by)))?`;
const NANP = new RegExp(
  String.raw`(?<![\d$#+]|\d[.,/-])(?:\+?1[\s.-]{0,2})?\(?\d{3}\)?[\s./·–-]{0,3}\d{3}[\s./·–-]{0,3}\d{4}(?![\d%])${EXTENSION}`,
  'g',
);
const INTERNATIONAL = /(?<![\d$])(?:\+|00|011[\s-]?)\s?\d[\d\s().–/-]{5,20}\d(?!\d)/g;
const ANY_GROUPS = /(?<![\d$#.,/-])\(?\d[\d\s().–/-]{5,22}\d(?![\d%])/g;
const LOCAL_SEVEN = /(?<![\d$#.,/-]|\d\s)\d{3}[\s.–-]\d{4}(?![\d%-]|[.,]\d)/g;
const CUE =
  /(?:phone|cell|mobile|number|tel(?:éfono|efono)?|call|text|txt|reach|whats ?app|celular|m[oó]vil|ll[aá]m\p{L}*|n[uú]mero|#|contact)\P{L}{0,4}(?:\p{L}+\P{L}+){0,3}$/iu;
const UNIT_AFTER =
  /^\s*(?:sq|square|ft|feet|foot|sf|lf|linear|yards?|yds?|acres?|inch|in\b|cm|mm|m2|m²|metre|meter|metro|pie|x\s*\d|by\s+\d|['"’”′″]|dollars|usd|bucks|k\b)/i;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/;
const DIGIT_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
];
const SPOKEN = new RegExp(
  String.raw`(?<!\p{L})(?:(?:oh|${DIGIT_WORDS.join('|')})[\s,-]+){9,10}(?:oh|${DIGIT_WORDS.join('|')})(?!\p{L})`,
  'giu',
);

const CANDIDATES_MAX = 30; // of one message: each that is parsed costs as much as reading 100 words

interface Candidate {
  raw: string;
  start: number;
  /** What to parse, where it is not the raw span. */
  digits?: string;
}

/**
 * Phone numbers in `text`: those to store (E.164, possible in length for their country) and those
 * that look like a phone but must not be stored. Sizes, prices, dates and ZIP codes are neither.
 */
export function findPhones(
  text: string,
  { country, asked }: Pick<CaptureOptions, 'country' | 'asked'>,
): { phones: CapturedDetail[]; unusable: UnusablePhone[] } {
  const home: CountryCode = isSupportedCountry(country) ? country : 'US';
  const phones: CapturedDetail[] = [];
  const unusable: UnusablePhone[] = [];
  const free = (start: number, end: number) =>
    ![...phones, ...unusable].some((other) => start < other.end && other.start < end);
  let left = CANDIDATES_MAX;
  for (const { raw, start, digits } of candidates(text, home, asked === 'phone')) {
    if (left-- === 0) break;
    const end = start + raw.length;
    if (!free(start, end)) continue;
    const parsed = parsePhoneNumberFromString(withoutOldMobile(digits ?? raw), {
      defaultCountry: home,
      extract: false,
    });
    if (!parsed?.isPossible()) continue;
    if (isPlaceholder(parsed.nationalNumber)) {
      unusable.push({ raw, start, end, reason: 'placeholder' });
    } else {
      phones.push({ field: 'phone', value: parsed.number, raw, start, end, confidence: 0.95 });
    }
  }
  left = CANDIDATES_MAX;
  for (const { raw, start } of localSevens(text, home, asked === 'phone')) {
    if (left-- === 0) break;
    if (!free(start, start + raw.length)) continue;
    const reason = isPlaceholder(raw.replace(/\D/g, '')) ? 'placeholder' : 'incomplete';
    unusable.push({ raw, start, end: start + raw.length, reason });
  }
  phones.sort((a, b) => a.start - b.start);
  return { phones, unusable };
}

function* candidates(text: string, home: CountryCode, asked: boolean): Generator<Candidate> {
  const nanp = getCountryCallingCode(home) === '1';
  for (const match of text.matchAll(INTERNATIONAL)) {
    const raw = trimEnd(match[0]);
    if (DATE.test(raw)) continue;
    yield { raw, start: match.index, digits: raw.replace(/^00\s?(?=[1-9])/, '+') };
  }
  if (nanp) {
    for (const match of text.matchAll(NANP)) {
      if (!isMeasure(text, match)) yield { raw: match[0], start: match.index };
    }
  }
  for (const match of text.matchAll(ANY_GROUPS)) {
    const raw = trimEnd(match[0]);
    if (DATE.test(raw.trim()) || isMeasure(text, match)) continue;
    const digits = raw.replace(/\D/g, '').length;
    const cued = asked || CUE.test(textBefore(text, match.index));
    // odd groupings ("916 55 50 134") are a phone only where the words say so
    if (nanp ? cued && digits >= 10 : cued || digits >= 8) yield { raw, start: match.index };
  }
  for (const match of text.matchAll(SPOKEN)) {
    const digits = match[0]
      .toLowerCase()
      .split(/[\s,-]+/)
      .map((word) => (word === 'oh' ? '0' : String(DIGIT_WORDS.indexOf(word))));
    yield { raw: match[0], start: match.index, digits: digits.join('') };
  }
}

function* localSevens(text: string, home: CountryCode, asked: boolean): Generator<Candidate> {
  if (getCountryCallingCode(home) !== '1') return;
  for (const match of text.matchAll(LOCAL_SEVEN)) {
    const cued = asked || /-/.test(match[0]) || CUE.test(textBefore(text, match.index));
    if (cued && !isMeasure(text, match)) yield { raw: match[0], start: match.index };
  }
}

const trimEnd = (raw: string): string => raw.replace(/[\s().–/-]+$/, '');

function isMeasure(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  return (
    UNIT_AFTER.test(textAfter(text, start + match[0].length)) ||
    /(?:\$|\bx|\bby|\bpor)\s*$/i.test(textBefore(text, start))
  );
}

/** Numbers that people type in order to type something: repeated, counted, or 555-5555. */
export function isPlaceholder(national: string): boolean {
  return (
    /^(\d)\1+$/.test(national) ||
    /^(?:\d{3})?(?:5555555|5551212|0000000|1234567|0001234|1111111|9999999)$/.test(national) ||
    '012345678901'.includes(national) ||
    '09876543210'.includes(national) ||
    /^(\d)\1{2}(\d)\2{2}(\d)\3{3}$/.test(national)
  );
}
