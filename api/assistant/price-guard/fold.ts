/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  г: 'r',
  п: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
  ꮪ: 's',
  ѵ: 'v',
};
const SPECIAL: Readonly<Record<string, string>> = { đ: 'd', ß: 'ss', ł: 'l', ø: 'o' };

const ASCII = /^[a-z]*$/;

/** Lower case, without compatibility forms and marks of vowels; a mixture of scripts is read as Latin. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const plain = lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đßłø]/g, (char) => SPECIAL[char] ?? char);
  return /[a-zɑɡı]/.test(plain) ? unmasked(plain) : plain.normalize('NFC');
}

const unmasked = (text: string) =>
  ASCII.test(text) ? text : [...text].map((char) => LOOKALIKES[char] ?? char).join('');

/** Words of a vocabulary, folded. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
