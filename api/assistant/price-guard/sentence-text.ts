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

function patternOf(written: string): string {
  const plain = written.replace(/^[=~]/, '').replaceAll('_', ' ').trimEnd();
  const raw = plain.toLowerCase().normalize('NFC');
  const stem = isToldByAccents(plain) ? raw : foldText(plain);
  if (UNSPACED.test(stem) || written.startsWith('~')) return stem;
  const prefix = /\p{Script=Arabic}/u.test(stem)
    ? '(?:[وبلفك]?(?:ال)?|لل)'
    : /\p{Script=Hebrew}/u.test(stem)
      ? '[ובלהמש]{0,2}'
      : '';
  const isWhole = written.startsWith('=') || [...stem.replace(/\p{M}/gu, '')].length <= WHOLE_MAX;
  return `(?<![\\p{L}\\p{M}])${prefix}${raw === stem ? stem : `(?:${stem}|${raw})`}${isWhole ? '(?![\\p{L}\\p{M}])' : ''}`;
}

/** An expression for any of the stems, in folded text. */
export const anyOf = (stems: string): string =>
  `(?:${stems.split(' ').filter(Boolean).map(patternOf).join('|')})`;
