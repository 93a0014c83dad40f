/** Digits without a compatibility form: ❶, ➀, ➊, ⓿. */
const DINGBATS: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 2],
];
const LATIN_DIGITS: Readonly<Record<string, string>> = { Ƽ: '5', ƽ: '5', Ʒ: '3' };

/** The digits 0 to 9 that a character stands for, in any script or ornament; '' where it stands for none. */
export function digitsOf(char: string): string {
  if (char >= '0' && char <= '9') return char;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return '';
  if (/^\p{Nd}$/u.test(char)) return String(placeInScript(code));
  if (LATIN_DIGITS[char]) return LATIN_DIGITS[char];
  if (!/^\p{No}$/u.test(char)) return '';
  const dingbat = DINGBATS.find(([first, , count]) => code >= first && code < first + count);
  if (dingbat) return String(dingbat[1] + code - dingbat[0]);
  const plain = char.normalize('NFKC').replace('⁄', '.');
  return [...plain].map((one) => (one >= '0' && one <= '9' ? one : '')).join('');
}

/** Scripts have their ten digits in a row, so that a digit's value is its distance from the first. */
function placeInScript(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

/** Separators inside a number, as '.' or ','; null for any other character. */
export const separatorOf = (char: string): string | null => SEPARATORS[char] ?? null;

const SEPARATORS: Readonly<Record<string, string>> = {
  '.': '.',
  ',': ',',
  "'": ',',
  '’': ',',
  '٫': '.',
  '٬': ',',
  '，': ',',
  '．': '.',
  '·': ',',
  _: ',',
  '،': ',',
};
