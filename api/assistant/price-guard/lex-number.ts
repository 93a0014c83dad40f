import { digitsOf, separatorOf } from './digits.ts';
import { LONGEST_TOKEN, plain, type Token } from './token.ts';

const MARKED = /^(?:\p{M}|\ufe0f|\u20e3)$/u;

/** Digits of any script, with the separators between them and the marks upon them. */
export function numberAt(text: string, at: number, complete: boolean): Token | null {
  let digits = '';
  let end = at;
  while (end < text.length && end - at < LONGEST_TOKEN) {
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    const separator = separatorOf(char);
    if (separator !== null) {
      if (end + 1 === text.length && !complete) return null;
      const next = String.fromCodePoint(text.codePointAt(end + 1) ?? 0);
      if (digitsOf(next) === '') break;
      digits += separator;
    } else if (!MARKED.test(char)) {
      const value = digitsOf(char);
      if (value === '') break;
      digits += value;
    }
    end += char.length;
  }
  const half =
    end < text.length && end + 1 === text.length && /[\ud800-\udbff]/.test(text[end] ?? '');
  if (!complete && (end === text.length || half) && end - at < LONGEST_TOKEN) return null;
  return plain('number', text.slice(at, end), digits);
}
