import { digitsOf } from './digits.ts';
import { numberAt } from './lex-number.ts';
import { isLetter, SINGLE, singleOf, wordAt } from './lex-word.ts';
import { LONGEST_TOKEN, plain, type Token } from './token.ts';
import { MONEY_EMOJI } from './vocabulary/money.ts';

const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/iy;
const ENTITY_START = /^&(?:#?\w{0,8})$/;
const TAG = /<[/!a-z][^<>\n]{0,40}>/iy;
const TAG_START = /^<(?:[/!a-z][^<>\n]{0,40})?$/i;
const NAMED: Readonly<Record<string, string>> = {
  dollar: '$',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  nbsp: ' ',
  comma: ',',
  period: '.',
  amp: '&',
  num: '#',
  percnt: '%',
  thinsp: ' ',
  ensp: ' ',
  zwnj: '',
  shy: '',
};

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The token that begins at `at`; null while more text could make it a longer one. */
export function tokenAt(text: string, at: number, complete: boolean): Token | null {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return wordAt(text, at, complete);
  if (isDigit(code)) return numberAt(text, at, complete);
  if (code < 128) return asciiAt(text, at, complete);
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/^[\ud800-\udbff]$/.test(char) && at + 1 === text.length && !complete) return null;
  if (digitsOf(char) !== '') return numberAt(text, at, complete);
  if (SINGLE.test(char)) return singleOf(char);
  if (/[\p{L}\p{M}]/u.test(char)) return wordAt(text, at, complete);
  if (/^\p{Sc}$/u.test(char) || MONEY_EMOJI.test(char)) return plain('sign', char, signOf(char));
  if (/^(?:\p{Zs}|\ufe0f|\u20e3)$/u.test(char)) return plain('space', char);
  if (/^\p{Pd}$|^−$/u.test(char)) return plain('dash', char);
  return plain(/^[\u2028\u2029]$/.test(char) ? 'line' : 'other', char);
}

const signOf = (char: string) => (MONEY_EMOJI.test(char) ? '💲' : char.normalize('NFKC'));

const SPACE = plain('space', ' ');
const STOP = plain('other', '.');
const COMMA = plain('other', ',');

function asciiAt(text: string, at: number, complete: boolean): Token | null {
  const char = text[at] ?? '';
  if (char === ' ') return SPACE;
  if (char === '\t') return plain('space', char);
  if (char === '\n' || char === '\r') return plain('line', char);
  if (char === '-') return plain('dash', char);
  if (char === '$') return plain('sign', char);
  if (char === '.' || char === ',') return char === '.' ? STOP : COMMA;
  if (char === '&') return entityAt(text, at, complete);
  if (char === '<') {
    TAG.lastIndex = at;
    const tag = TAG.exec(text)?.[0];
    if (tag) return plain('mark', tag);
    if (!complete && TAG_START.test(text.slice(at, at + LONGEST_TOKEN + 3))) return null;
  }
  return plain('*_`~\\'.includes(char) ? 'mark' : 'other', char);
}

/** An HTML entity is what it stands for. */
function entityAt(text: string, at: number, complete: boolean): Token | null {
  ENTITY.lastIndex = at;
  const raw = ENTITY.exec(text)?.[0];
  if (!raw) {
    if (!complete && ENTITY_START.test(text.slice(at, at + 11))) return null;
    return plain('other', '&');
  }
  const char = decoded(raw.slice(1, -1));
  if (char === null) return plain('other', raw);
  const token = char === '' ? plain('mark', '') : tokenAt(char, 0, true);
  return { ...(token ?? plain('other', char)), raw };
}

function decoded(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
