/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
};
const WHOLE = new RegExp(`[${Object.keys(WHOLE_LETTERS).join('')}]`, 'g');

/** Lower case without diacritics: "Łódź" → "lodz", "Straße" → "strasse". Idempotent. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(WHOLE, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** The folded words of a text: runs of letters and digits; apostrophes join ("O'Brien" → "obrien"). */
export function words(text: string): string[] {
  return (
    fold(text)
      .replace(/['’‘`´ʼ]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
