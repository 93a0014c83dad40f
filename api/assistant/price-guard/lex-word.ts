import { fold } from './fold.ts';
import { languageOfWord } from './language-words.ts';
import { isOnlyRelating, isSuspicious, meaningOf } from './lexicon.ts';
import { LONGEST_TOKEN, type Token } from './token.ts';
import { DOLLAR_LETTERS } from './vocabulary/money.ts';
import { mayBeRoman } from './vocabulary/numerals.ts';

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*[²³]?/uy;
/** Characters of scripts without spaces. */
export const SINGLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const APOSTROPHE = 39;
export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export function singleOf(char: string): Token {
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

/** The word that begins at `at`; null while more text could make it a longer one. */
export function wordAt(text: string, at: number, complete: boolean): Token | null {
  let end = at;
  while (end - at < LONGEST_TOKEN && isLetter(text.charCodeAt(end))) end++;
  const behind = text.charCodeAt(end);
  if (end > at && behind < 128 && behind !== APOSTROPHE) return wordOf(text.slice(at, end));
  if (end === text.length && end > at && end - at < LONGEST_TOKEN && !complete) return null;
  WORD.lastIndex = 0;
  const found = WORD.exec(text.slice(at, at + LONGEST_TOKEN + 2))?.[0] ?? text[at] ?? '';
  const single = [...found].findIndex((char) => char > '\u0dff' && SINGLE.test(char));
  const whole = single > 0 ? [...found].slice(0, single).join('') : found;
  const raw = whole.slice(0, LONGEST_TOKEN);
  const open = at + raw.length >= text.length - 1 && raw.length < LONGEST_TOKEN && single <= 0;
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
  const isSpecial = raw in DOLLAR_LETTERS || (raw.length > 1 && mayBeRoman(raw));
  const judged = isSuspicious(text, meaning.means) || isSpecial;
  const relates = isOnlyRelating(text, meaning.means) && !isSpecial;
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
