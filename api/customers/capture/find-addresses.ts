import type { CapturedDetail, CaptureOptions } from './capture.types.ts';
import { townAfterStreet } from './town-after-street.ts';

const TYPE = String.raw`(?:street|str|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|place|pl|way|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|loop|row|alley|crossing|xing|plaza|square|crescent|close|gardens|mews|cove|cv|ridge|route)\b\.?`;
const DIRECTION = String.raw`(?:(?:north|south|east|west|[ns]\.?\s?[ew]|[nsew])\b\.?\s+)?`;
// a street's name is up to four words, none of them a unit, a preposition or another number
const NAME_WORD = String.raw`(?!(?:ft|feet|foot|sq|sqft|square|in|inch|inches|x|by|of|the|a|to|and|for|yard|yards|linear|lf|on|at|with|from|is|or|year|years|old|minutes|miles|hours|days|weeks|metres|meters|car|per|more|my|your|our)\b)(?:\d{1,3}(?:st|nd|rd|th)|\p{L}[\p{L}\p{M}'’.-]*)`;
const UNIT = String.raw`(?:[\s,]+(?:(?:apt|apartment|unit|suite|ste|lot|spc|space)\b\.?\s*#?\s*|#\s*)[a-z]?\d{0,5}[a-z]?\b)?`;
const STATE = `(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|california|oregon|nevada|arizona|texas|florida|washington|new york)`;
const CITY_WORD = String.raw`(?!(?:and|i|my|phone|email|call|text|cell|name|need|want|is|it|its|the|a|for|from|please|thanks|near|in)\b)\p{L}[\p{L}\p{M}'.-]*`;
// after a comma a city may stand alone; without one it needs a state or a ZIP behind it
const PLACE = String.raw`(?:(?:\s*,\s*|\s+in\s+)${CITY_WORD}(?:\s+${CITY_WORD}){0,2}(?:\s*,?\s*${STATE}\b)?(?:[\s,]+\d{5}(?:-\d{4})?)?|\s*,?\s*(?:${CITY_WORD}\s+){0,3}?${STATE}\b\.?(?:[\s,]+\d{5}(?:-\d{4})?)?|[\s,]+(?:${CITY_WORD}\s+){0,2}\d{5}(?:-\d{4})?(?!\d|\s*sq))?`;
const STREET = new RegExp(
  String.raw`(?<![\d$.,x'"]|\d\s)(?:\d{1,6}(?:-\d{1,4})?[a-z]?)\s+${DIRECTION}(?:${NAME_WORD}\s+){1,4}?${TYPE}(?:\s+(?:[NSEW]{1,2}|north|south|east|west)\b)?${UNIT}${PLACE}`,
  'giu',
);
const PO_BOX = new RegExp(String.raw`\bp\.?\s?o\.?\s?box\s+\d{1,6}${PLACE}`, 'giu');
const EUROPEAN =
  /(?<!\p{L})(?:(?:calle|c\/|avenida|avda\.?|av\.|paseo|plaza|camino|carrer|rue|via|rua)\s+(?:[\p{L}.'’-]+\s+){0,4}?(?!(?:de|del|por|con|unos)\s)[\p{L}'’-]+,?\s*(?:n[º°o]\.?\s*|#\s*)?\d{1,5}|\p{Lu}[\p{L}-]*(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz)\s+\d{1,4}[a-z]?)(?:\s*,\s*(?:\d{4,5}\s+)?\p{Lu}[\p{L} -]{1,30})?/giu;
const CUED =
  /(?:\baddress(?:\s+is|'s)?\s*[:=-]?\s*|\b(?:i|we)\s+live\s+(?:at|on)\s+|\blocated\s+at\s+|\bvivo\s+en\s+(?:la\s+|el\s+)?|\bdirecci[oó]n\s*(?:es\s*)?:?\s*|\b(?:job|house|home|property|place)\s+is\s+(?:at|on)\s+)(\d{1,6}[a-z]?\s+[^.;!?\n]{3,80}|[\p{L}][^.;!?\n\d]{2,50}\s\d{1,6}[^.;!?\n]{0,40})/giu;
const TAIL =
  /(?:\s*[,-]?\s*(?:\b(?:and|my|phone|cell|email|call|text|i\s|thanks|thank|please|y\s+mi|need|it's|for\s|when|if|but)\b).*|[\s,.-]+)$/isu;

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
  for (const match of text.matchAll(STREET)) add(match.index, withTown(text, match), 0.9);
  for (const match of text.matchAll(PO_BOX)) add(match.index, match[0], 0.9);
  for (const match of text.matchAll(EUROPEAN)) add(match.index, match[0], 0.8);
  for (const match of text.matchAll(CUED)) {
    const span = (match[1] ?? '').replace(TAIL, '').replace(/[\uE000-\uE001].*$/s, '');
    if (/\d/.test(span) && /\p{L}{2}/u.test(span) && !isMeasure(span)) {
      add(match.index + match[0].length - (match[1] ?? '').length, span, 0.75);
    }
  }
  if (asked === 'address' && found.length === 0) {
    const span = text.trimStart().replace(TAIL, '');
    if (/\d/.test(span) && /\p{L}{3}/u.test(span) && span.length <= 120 && !isMeasure(span)) {
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
