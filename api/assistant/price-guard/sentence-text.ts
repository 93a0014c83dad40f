const LATIN_MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
const SPECIAL: Readonly<Record<string, string>> = { đ: 'd', ß: 'ss', ł: 'l', ø: 'o', ı: 'i' };

/** Lower case without accents; the vowel signs of other scripts remain, as words differ by them. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .replace(/[đßłøı]/g, (char) => SPECIAL[char] ?? char)
    .normalize('NFC');

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WHOLE_MAX = 3; // letters; a shorter stem begins too many words

const TOLD_BY_ACCENTS_MAX = 4; // letters; without its accents, a shorter stem is another word

const isToldByAccents = (stem: string) =>
  /\p{Script=Latin}/u.test(stem) && [...stem].length <= TOLD_BY_ACCENTS_MAX && /[^a-z]/.test(stem);

/** A text as it is written and without accents, to look for stems in. */
export const searchable = (text: string): string =>
  `${foldText(text)}\n${text.toLowerCase().normalize('NFC')}`;

type Place = 'anywhere' | 'beginning' | 'whole';

interface Stem {
  source: string;
  place: Place;
}

function stemOf(written: string): Stem {
  const plain = written.replace(/^[=~]/, '').replaceAll('_', ' ').trimEnd();
  const raw = plain.toLowerCase().normalize('NFC');
  const stem = isToldByAccents(plain) ? raw : foldText(plain);
  const source = raw === stem ? stem : `${stem}|${raw}`;
  if (UNSPACED.test(stem) || written.startsWith('~')) return { source, place: 'anywhere' };
  const letters = [...stem.replace(/\p{M}/gu, '')].length;
  const isWhole = written.startsWith('=') || letters <= WHOLE_MAX;
  return { source: `${prefixOf(stem)}(?:${source})`, place: isWhole ? 'whole' : 'beginning' };
}

/** Articles and prepositions that are written together with a word. */
function prefixOf(stem: string): string {
  if (/\p{Script=Arabic}/u.test(stem)) return '(?:[وبلفك]?(?:ال)?|لل)';
  return /\p{Script=Hebrew}/u.test(stem) ? '[ובלהמש]{0,2}' : '';
}

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}])';
const NO_LETTER_BEHIND = '(?![\\p{L}\\p{M}])';

/** An expression for any of the stems, in searchable text. What they share is looked at once. */
export function anyOf(stems: string): string {
  const all = stems.split(' ').filter(Boolean).map(stemOf);
  const at = (wanted: Place) =>
    all.flatMap(({ source, place }) => (place === wanted ? [source] : [])).join('|');
  const words = [
    ...(at('beginning') ? [at('beginning')] : []),
    ...(at('whole') ? [`(?:${at('whole')})${NO_LETTER_BEHIND}`] : []),
  ].join('|');
  const parts = [...(words ? [`${NO_LETTER_BEFORE}(?:${words})`] : []), at('anywhere')];
  return `(?:${parts.filter(Boolean).join('|')})`;
}
