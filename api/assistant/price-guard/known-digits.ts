import { sentenceBefore } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';

/** A phone, licence or quote number that is known, in whatever groups it is written. */
export function knownDigits(reader: Reader, start: number, known: Known): number | null {
  let digits = '';
  let found: number | null = null;
  for (let at = start, groups = 0; groups < 6; groups++) {
    const token = reader.at(at);
    if (token.kind !== 'number') break;
    digits += token.text.replace(/\D/g, '');
    at++;
    if (digits.length >= 4 && known.hasDigits(digits) && !/[.,]\d{2}$/.test(token.text)) found = at;
    let joints = 0;
    while (joints < 2 && /^[-.() \u00a0–]$/.test(reader.at(at).raw)) {
      at++;
      joints++;
    }
    if (joints === 0) break;
  }
  return found;
}

/** "the last four digits are 0142": the end of a number that is known. */
export function isEnding(reader: Reader, { start, inWords }: Numeral, known: Known): boolean {
  const { text } = reader.at(start);
  if (inWords || !/^\d{4,6}$/.test(text) || !known.endsDigits(text)) return false;
  if (text.startsWith('0')) return true;
  return sentenceBefore(reader, start).some(({ text: word }) =>
    /^(?:digits?|last|ends?|ending|phone|number|licen[sc]e|dígitos|digitos|últimos)$/.test(word),
  );
}
