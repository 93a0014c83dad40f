import { firstMatches } from '../../platform/nearby-text.ts';
import type { CapturedDetail, CaptureOptions } from './capture.types.ts';
import { townAfterStreet } from './town-after-street.ts';

const TYPE = String.raw`(?:street|str|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|place|pl|way|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|loop|row|alley|crossing|xing|plaza|square|crescent|close|gardens|mews|cove|cv|ridge|route)\b\.?`;
const DIRECTION = String.raw`(?:(?:north|south|east|west|[ns]\.?\s?[ew]|[nsew])\b\.?\s{1,9})?`;
// a street's name is up to four words, none of them a unit, a preposition or another number
const NAME_WORD = String.raw`(?!(?:ft|feet|foot|sq|sqft|square|in|inch|inches|x|by|of|the|a|to|and|for|yard|yards|linear|lf|on|at|with|from|is|or|year|years|old|minutes|miles|hours|days|weeks|metres|meters|car|per|more|my|your|our)\b)(?:\d{1,3}(?:st|nd|rd|th)|\p{L}[\p{L}\p{M}'’.-]{0,40})`;
const UNIT = String.raw`(?:[\s,]{1,9}(?:(?:apt|apartment|unit|suite|ste|lot|spc|space)\b\.?\s{0,9}#?\s{0,9}|#\s{0,9})[a-z]?\d{0,5}[a-z]?\b)?`;
const STATE = `(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|california|oregon|nevada|arizona|texas|florida|washington|new york)`;
const CITY_WORD = String.raw`(?!(?:and|i|my|phone|email|call|text|cell|name|need|want|is|it|its|the|a|for|from|please|thanks|near|in)\b)\p{L}[\p{L}\p{M}'.-]{0,40}`;
// after a comma a city may stand alone; without one it needs a state or a ZIP behind it
const PLACE = String.raw`(?:(?:\s{0,9},\s{0,9}|\s{1,9}in\s{1,9})${CITY_WORD}(?:\s{1,9}${CITY_WORD}){0,2}(?:\s{0,9},?\s{0,9}${STATE}\b)?(?:[\s,]{1,9}\d{5}(?:-\d{4})?)?|\s{0,9},?\s{0,9}(?:${CITY_WORD}\s{1,9}){0,3}?${STATE}\b\.?(?:[\s,]{1,9}\d{5}(?:-\d{4})?)?|[\s,]{1,9}(?:${CITY_WORD}\s{1,9}){0,2}\d{5}(?:-\d{4})?(?!\d|\s{0,9}sq))?`;
const STREET = new RegExp(
  String.raw`(?<![\d$.,x'"]|\d\s)(?:\d{1,6}(?:-\d{1,4})?[a-z]?)\s{1,9}${DIRECTION}(?:${NAME_WORD}\s{1,9}){1,4}?${TYPE}(?:\s{1,9}(?:[NSEW]{1,2}|north|south|east|west)\b)?${UNIT}${PLACE}`,
  'giu',
);
const PO_BOX = new RegExp(String.raw`\bp\.?\s?o\.?\s?box\s{1,9}\d{1,6}${PLACE}`, 'giu');
const EUROPEAN =
  /(?<!\p{L})(?:(?:calle|c\/|avenida|avda\.?|av\.|paseo|plaza|camino|carrer|rue|via|rua)\s{1,9}(?:[\p{L}.'’-]{1,40}\s{1,9}){0,4}?(?!(?:de|del|por|con|unos)\s)[\p{L}'’-]{1,40},?\s{0,9}(?:n[º°o]\.?\s{0,9}|#\s{0,9})?\d{1,5}|\p{Lu}[\p{L}-]{0,40}(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz)\s{1,9}\d{1,4}[a-z]?)(?:\s{0,9},\s{0,9}(?:\d{4,5}\s{1,9})?\p{Lu}[\p{L} -]{1,30})?/giu;
const CUED =
  /(?:\baddress(?:\s{1,9}is|'s)?\s{0,9}[:=-]?\s{0,9}|\b(?:i|we)\s{1,9}live\s{1,9}(?:at|on)\s{1,9}|\blocated\s{1,9}at\s{1,9}|\bvivo\s{1,9}en\s{1,9}(?:la\s{1,9}|el\s{1,9})?|\bdirecci[oó]n\s{0,9}(?:es\s{0,9})?:?\s{0,9}|\b(?:job|house|home|property|place)\s{1,9}is\s{1,9}(?:at|on)\s{1,9})(\d{1,6}[a-z]?\s{1,9}[^.;!?\n]{3,80}|[\p{L}][^.;!?\n\d]{2,50}\s\d{1,6}[^.;!?\n]{0,40})/giu;
const TAIL =
  /(?:\s{0,9}[,-]?\s{0,9}(?:\b(?:and|my|phone|cell|email|call|text|i\s|thanks|thank|please|y\s{1,9}mi|need|it's|for\s|when|if|but)\b).*|[\s,.-]+)$/isu;

const ADDRESSES_MAX = 20; // of one message and way of writing
const ANSWER_CHARACTERS_MAX = 120;

/** Street addresses in `text`: US style foremost, others where a street word or the wording tells. */
export function findAddresses(text: string, { asked }: Pick<CaptureOptions, 'asked'>) {
  const found: CapturedDetail[] = [];
  const add = (start: number, span: string, confidence: number) => {
    const raw = span.replace(/[\s,.]+$/, '');
    const end = start + raw.length;
    if (raw.length < 6 || found.some((other) => start < other.end && other.start < end)) return;
    const value = raw.replace(/\s+/g, ' ').trim();
    found.push({ field: 'address', value, raw, start, end, confidence });
  };
  for (const match of firstMatches(text, STREET, ADDRESSES_MAX))
    add(match.index, withTown(text, match), 0.9);
  for (const match of firstMatches(text, PO_BOX, ADDRESSES_MAX)) add(match.index, match[0], 0.9);
  for (const match of firstMatches(text, EUROPEAN, ADDRESSES_MAX)) add(match.index, match[0], 0.8);
  for (const match of firstMatches(text, CUED, ADDRESSES_MAX)) {
    const span = (match[1] ?? '').replace(TAIL, '').replace(/[\uE000-\uE001].*$/s, '');
    if (/\d/.test(span) && /\p{L}{2}/u.test(span) && !isMeasure(span)) {
      add(match.index + match[0].length - (match[1] ?? '').length, span, 0.75);
    }
  }
  if (asked === 'address' && found.length === 0) {
    // a tail that begins later leaves too long an answer anyway
    const span = text
      .trimStart()
      .slice(0, 2 * ANSWER_CHARACTERS_MAX)
      .replace(TAIL, '');
    if (
      /\d/.test(span) &&
      /\p{L}{3}/u.test(span) &&
      span.length <= ANSWER_CHARACTERS_MAX &&
      !isMeasure(span)
    ) {
      add(text.length - text.trimStart().length, span, 0.7);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** With a town that a place's own wording did not take in already. */
function withTown(text: string, match: RegExpMatchArray): string {
  const [street] = match;
  const hasPlace = /,|\d{5}(?:-\d{4})?$/.test(street);
  return hasPlace ? street : street + townAfterStreet(text, (match.index ?? 0) + street.length);
}

function isMeasure(span: string): boolean {
  return /^\d+\s*(?:x|by|sq|square|ft|feet|foot|inch|in\b|yards?|lf|linear|acres?|['"])/i.test(
    span,
  );
}
