import { digitsOf, separatorOf } from './digits.ts';
import { fold } from './fold.ts';
import { languageOfWord, type Shown } from './language-words.ts';
import { isOnlyRelating, isSuspicious, type Meaning, meaningOf } from './lexicon.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { DOLLAR_LETTERS, MONEY_EMOJI } from './vocabulary/money.ts';

export type Kind =
  | 'number'
  | 'word'
  | 'sign'
  | 'space'
  | 'line'
  | 'mark'
  | 'dash'
  | 'other'
  | 'end';

export interface Token {
  kind: Kind;
  /** As it was written. */
  raw: string;
  /** A word folded, a number in plain digits with `.` and `,`; else as written. */
  text: string;
  meaning: Meaning;
  /** A character of a script without spaces, which is a word of its own. */
  single: boolean;
  /** Whether it has to be judged before it may pass. */
  judged: boolean;
  /** Whether only the word behind it can make it one that may not pass. */
  relates: boolean;
  /** The language it shows. */
  shown: Shown;
}

const LONGEST = 40; // characters of a word or number; a longer one is read in parts

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*[²³]?/uy;
const SINGLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
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
const NOTHING: Meaning = { means: 0 };

const APOSTROPHE = 39;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

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

function plain(kind: Kind, raw: string, text = raw): Token {
  return {
    kind,
    raw,
    text,
    meaning: NOTHING,
    single: false,
    judged: kind === 'number' || kind === 'sign',
    relates: false,
    shown: raw === '¿' || raw === '¡' ? 'spanish' : null,
  };
}

const SPACE = plain('space', ' ');
const STOP = plain('other', '.');
const COMMA = plain('other', ',');

function singleOf(char: string): Token {
  const text = char.normalize('NFKC');
  return {
    kind: 'word',
    raw: char,
    text,
    meaning: meaningOf(text, text),
    single: true,
    judged: true,
    relates: false,
    shown: 'script',
  };
}

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
    if (!complete && TAG_START.test(text.slice(at, at + LONGEST + 3))) return null;
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

function wordAt(text: string, at: number, complete: boolean): Token | null {
  let end = at;
  while (end - at < LONGEST && isLetter(text.charCodeAt(end))) end++;
  const behind = text.charCodeAt(end);
  if (end > at && behind < 128 && behind !== APOSTROPHE) return wordOf(text.slice(at, end));
  if (end === text.length && end > at && end - at < LONGEST && !complete) return null;
  WORD.lastIndex = 0;
  const found = WORD.exec(text.slice(at, at + LONGEST + 2))?.[0] ?? text[at] ?? '';
  const single = [...found].findIndex((char) => char > '\u0dff' && SINGLE.test(char));
  const whole = single > 0 ? [...found].slice(0, single).join('') : found;
  const raw = whole.slice(0, LONGEST);
  const open = at + raw.length >= text.length - 1 && raw.length < LONGEST && single <= 0;
  if (open && !complete && mayGrow(text.slice(at + raw.length))) return null;
  return wordOf(raw);
}

/** Whether what stands behind a word may still belong to it. */
const mayGrow = (behind: string) => behind === '' || /^['’\ud800-\udbff]$/.test(behind);

/** Most words of an answer were read before. */
function wordOf(raw: string): Token {
  let token = words.get(raw);
  if (!token) {
    token = readWord(raw);
    if (words.size >= WORDS_KEPT) words.clear();
    words.set(raw, token);
  }
  return token;
}

function readWord(raw: string): Token {
  const bare = raw.replace(/[²³]$/, '').replaceAll('’', "'");
  const text = fold(bare);
  const lower = bare.toLowerCase().normalize('NFC');
  let meaning = meaningOf(lower, text);
  const cut = meaning.means === 0 ? text.indexOf("'") : -1;
  if (cut > 0) meaning = meaningOf(text.slice(0, cut), text.slice(0, cut));
  const judged = isSuspicious(text, meaning.means) || raw in DOLLAR_LETTERS;
  const relates = isOnlyRelating(text, meaning.means) && !(raw in DOLLAR_LETTERS);
  return {
    kind: 'word',
    raw,
    text,
    meaning,
    single: false,
    judged,
    relates,
    shown: languageOfWord(raw, text),
  };
}

const WORDS_KEPT = 5_000;
const words = new Map<string, Token>();

const MARKED = /^(?:\p{M}|\ufe0f|\u20e3)$/u;

/** Digits of any script, with the separators between them and the marks upon them. */
function numberAt(text: string, at: number, complete: boolean): Token | null {
  let digits = '';
  let end = at;
  while (end < text.length && end - at < LONGEST) {
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
  if (!complete && (end === text.length || half) && end - at < LONGEST) return null;
  return plain('number', text.slice(at, end), digits);
}

export const END: Token = plain('end', '');
export const has = (token: Token, bits: number): boolean => (token.meaning.means & bits) !== 0;
export const isNumeral = (token: Token): boolean =>
  token.kind === 'number' || has(token, MEANS.numeral | MEANS.times);
