import { textAfter } from '../../platform/nearby-text.ts';
import { foldWord, isCommonWord, isNeverName } from './common-words.ts';
import { AMBIGUOUS_NAMES, FIRST_NAMES } from './first-names.ts';

/** Stand-ins of the same length for what other finders took, so that offsets stay true. */
export const CONTACT_MASK = '\uE000';
export const ADDRESS_MASK = '\uE001';

const TOKEN =
  /(?:(?:\p{Lu}\.){2,3}(?=\s+\p{Lu})|\p{Lu}\.(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*)/uy;
const PARTICLE =
  /^(?:de|del|la|las|los|da|dos|di|du|van|von|der|den|ten|bin|ibn|al|el|y|le|st\.?|mc|mac)$/i;
const TITLE = /^(?:mr|mrs|ms|miss|dr|sr|sra|srta|señor|señora)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/i;
const MAX_TOKENS = 4;

export interface NameRead {
  value: string;
  start: number;
  end: number;
  tokens: string[];
  /** The first token is a name that people are known to have. */
  known: boolean;
  /** ... and is also an everyday word. */
  ambiguous: boolean;
  /** The first token is capitalised in a text that is not all capitals. */
  cased: boolean;
  /** A comma, full stop, line end or contact detail follows. */
  closed: boolean;
}

/** "de", "la", "van": everyday words to a list, but part of a surname. */
export const isParticle = (word: string): boolean => PARTICLE.test(word);

const isUpper = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * Reads a person's name that starts at `from`, or null. It ends before the first word that no name
 * contains ("dave | looking for"), after four words at most.
 */
export function readName(text: string, from: number): NameRead | null {
  const shouting = isShouting(text);
  const tokens: { word: string; start: number; end: number }[] = [];
  let at = from;
  while (tokens.length < MAX_TOKENS) {
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    TOKEN.lastIndex = at;
    const word = TOKEN.exec(text)?.[0];
    if (word === undefined || !continues(text, tokens, word, at + word.length, shouting)) break;
    tokens.push({ word, start: at, end: at + word.length });
    at += word.length;
    if (text[at] === '.' && (TITLE.test(word) || SUFFIX.test(word))) at += 1;
  }
  while (tokens.length > 1 && PARTICLE.test(tokens.at(-1)?.word ?? '')) tokens.pop();
  const titled = TITLE.test(tokens[0]?.word ?? '');
  const first = titled ? tokens[1] : tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const spoken = titled && tokens.length > 2 ? tokens.slice(1) : tokens;
  const folded = foldWord(first.word).split('-')[0] ?? '';
  return {
    value: tidyName(spoken.map((token) => token.word)),
    start: tokens[0]?.start ?? from,
    end: last.end,
    tokens: spoken.map((token) => token.word),
    known: FIRST_NAMES.has(folded) || titled,
    ambiguous: AMBIGUOUS_NAMES.has(folded),
    cased: !shouting && isUpper(first.word),
    closed: isClosed(text, last.end),
  };
}

let lastText = '';
let wasShouting = false;

/** Whether nothing is in small letters. Kept for the text that many names are looked for in. */
function isShouting(text: string): boolean {
  if (text !== lastText) {
    lastText = text;
    wasShouting = !/\p{Ll}/u.test(text);
  }
  return wasShouting;
}

function isClosed(text: string, end: number): boolean {
  const rest = textAfter(text, end);
  return /^\s*(?:$|[,.;:!?()/|&\n\r\uE000\uE001–—-]|(?:and|y|here|at|from|my|mi|w\/|@)\b)/iu.test(
    rest,
  );
}

function continues(
  text: string,
  before: { word: string }[],
  word: string,
  end: number,
  shouting: boolean,
): boolean {
  if (/['’]s$/i.test(word) || word.length > 30) return false;
  const first = before[0];
  if (!first) return TITLE.test(word) || !isNeverName(word);
  if (TITLE.test(first.word) && before.length === 1) return !isNeverName(word);
  if (PARTICLE.test(word))
    return /^\s+\p{L}{2}/u.test(textAfter(text, end)) && followsAsName(text, end);
  if (SUFFIX.test(word)) return true;
  if (isNeverName(word)) return false;
  if (!shouting && isUpper(word)) return !isCommonWord(word) || isClosed(text, end);
  if (!shouting && isUpper(first.word) && !isClosed(text, end)) return false;
  // a surname typed small: a plain word ("brown") only where the phrase ends with it
  if (isCommonWord(word)) return isClosed(text, end) && SURNAME_WORDS.has(foldWord(word));
  return true;
}

function followsAsName(text: string, end: number): boolean {
  const next = /^\s+([\p{L}\p{M}'’-]+)/u.exec(textAfter(text, end))?.[1] ?? '';
  return PARTICLE.test(next) || !isCommonWord(next);
}

const SURNAME_WORDS = new Set(
  `banks baker black brown bush carpenter cook field fields fish fisher gray green grey hall hill hunter
  king lake lane little long love mason miller moore noble park parks pool porter price pride rich rivers
  rose short shepherd small stone strong summer sweet taylor underwood walker wall waters west white
  winter winters wood woods worth young`.split(/\s+/),
);

/** Cases a name typed all small or all large; one with its own capitals stays as typed. */
export function tidyName(words: string[]): string {
  return words
    .map((word, index) => {
      if (TITLE.test(word)) return `${cap(word)}.`.replace('Miss.', 'Miss');
      if (/^(?:ii|iii|iv)$/i.test(word)) return word.toUpperCase();
      const mixed = /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word);
      if (mixed || /^(?:\p{Lu}\.?|(?:\p{Lu}\.)+)$/u.test(word)) return word;
      if (index > 0 && PARTICLE.test(word)) return word.toLowerCase();
      return word
        .toLowerCase()
        .replace(
          /(^|[-'’])(\p{L})/gu,
          (_, gap: string, letter: string) => gap + letter.toUpperCase(),
        )
        .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
    })
    .join(' ');
}

const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
