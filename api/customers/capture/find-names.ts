import { firstMatches, textAfter, textBefore } from '../../platform/nearby-text.ts';
import type { CapturedDetail, CaptureOptions } from './capture.types.ts';
import { foldWord, isCommonWord } from './common-words.ts';
import { type NameRead, readName } from './name-shape.ts';
import { namesBesideContacts, signatureNames } from './names-by-place.ts';
import { namesOfOthers } from './names-of-others.ts';

/** Words after which a name certainly follows. */
const STRONG =
  /(?<!\p{L})(?:(?:(?:full|first)\s+)?name(?:\s+is|'s|\s*[:=]|\s+-)\s*|my\s+names\s+|me\s+llamo\s+|(?:mi\s+)?nombre\s*(?:es|:)\s*|me\s+dicen\s+)/giu;
const SOMEONE_ELSE =
  /(?:your|ur|his|her|their|its|company|business|user|file|street|last|dog'?s|the|\p{L}{1,40}'s)\s+$/iu;
/** Words after which a name may follow, or anything else. */
const WEAK =
  /(?<!\p{L})(?:i'?m|i\s+am|this\s+is|soy|habla|les\s+habla|we're|we\s+are|(?:you\s+can\s+|please\s+|just\s+)?call\s+me|i\s+go\s+by|goes?\s+by|ask\s+for|make\s+it\s+out\s+to|(?:put|quote|it)\s+(?:it\s+)?under|a\s+nombre\s+de|aqu[ií])\s+/giu;
/** "It's Dave", but also "it's Sacramento": only a known name counts. */
const IT_IS = /(?<!\p{L})(?:it'?s|it\s+is|that'?s|name)\s+/giu;
const ANSWER_PREFIX =
  /^[\s,.:;!-]*(?:(?:sure|thanks|thank you|gracias|yes|yeah|yep|ok|okay|of course|oh|well|um+|uh|hi|hello|hey|it'?s|it is|that'?s|that would be|would be|i'?m|i am|this is|put it (?:under|in|as)|put|just|under|make it|me|my name|name|the name|claro|s[ií]|es|soy|a nombre de|ponga|pon)(?=[\s,.:;!-])[\s,.:;!-]*)*/iu;

/** Places of one message where the words may introduce a name, of each kind. */
export const NAME_CUES_MAX = 40;

export type AddName = (read: NameRead, confidence: number) => void;

/** The visitor's own name in `text`, with what other finders took masked out of it. */
export function findNames(
  text: string,
  { asked }: Pick<CaptureOptions, 'asked'>,
): CapturedDetail[] {
  const found: CapturedDetail[] = [];
  const add = addTo(text, found);
  const hasContact = /[\uE000]/.test(text);
  readAfter(text, STRONG, (read, before) => {
    if (SOMEONE_ELSE.test(before) && !/(?:^|[.,;!?]\s*)the\s+$/i.test(before)) return;
    if (read.known || read.cased || !isCommonWord(read.tokens[0] ?? '')) add(read, 0.95);
  });
  readAfter(text, WEAK, (read) => {
    const confidence = weakConfidence(read, hasContact);
    if (confidence > 0) add(read, confidence);
  });
  readAfter(text, IT_IS, (read) => {
    if (read.known && !isMonth(read) && (read.cased || (!read.ambiguous && read.closed))) {
      add(read, 0.85);
    }
  });
  namesHere(text, add);
  if (asked === 'name' && found.length === 0) nameAsAnswer(text, add);
  const others: CapturedDetail[] = [];
  namesOfOthers(text, addTo(text, others));
  // "I'm Luis, it's for my neighbor Carlos, his number is …": it is Carlos who can be reached
  const isOnlyTheirs = text.match(/\uE000+/g)?.length === 1;
  if (others.length > 0 && (found.length === 0 || isOnlyTheirs)) return others;
  if (found.length === 0) namesBesideContacts(text, add);
  if (found.length === 0) signatureNames(text, add);
  return found.sort((a, b) => a.start - b.start);
}

function addTo(text: string, found: CapturedDetail[]): AddName {
  return ({ value, start, end }, confidence) => {
    if (value.length < 2 || found.some((other) => start < other.end && other.start < end)) return;
    found.push({ field: 'name', value, raw: text.slice(start, end), start, end, confidence });
  };
}

function readAfter(
  text: string,
  cue: RegExp,
  take: (read: NameRead, before: string) => void,
): void {
  for (const match of firstMatches(text, cue, NAME_CUES_MAX)) {
    const read = readName(text, match.index + match[0].length);
    if (read) take(read, textBefore(text, match.index));
  }
}

const isMonth = (read: NameRead): boolean =>
  read.tokens.length === 1 && /^(?:april|may|june|august)$/.test(foldWord(read.tokens[0] ?? ''));

// "I'm Interested", "I'm Italian": adjectives that no list holds completely
const ADJECTIVE = /(?:ed|ing|ful|ous|able|ible|less|ish|ian|ican|nese|ive|wise|ally|ily|ely)$/;

function weakConfidence(read: NameRead, hasContact: boolean): number {
  const first = read.tokens[0] ?? '';
  const plain = isCommonWord(first) || ADJECTIVE.test(foldWord(first));
  if (read.known) {
    if (read.cased || !read.ambiguous) return 0.9;
    return read.closed || read.tokens.length > 1 ? 0.7 : 0;
  }
  if (plain || first.length < 2) return 0;
  if (read.cased) return 0.85;
  // an unknown word typed small: only with a contact detail beside it does it read as a name
  return hasContact && read.closed ? 0.6 : 0;
}

const GREETING =
  /^(?:[\s,.!-]*(?:hi|hey|hello|hiya|yo|howdy|hola|buenas|thanks|thank you|good (?:morning|afternoon|evening|day)|there)(?!\p{L}))*[\s,.!-]*/iu;

const HERE = /(?<!\p{L})(?:here|aqu[ií])(?!\p{L})/giu;

/** "Dave here", "hey, Dave Smith here in Folsom". */
function namesHere(text: string, add: AddName): void {
  for (const match of firstMatches(text, HERE, NAME_CUES_MAX)) {
    const before = textBefore(text, match.index);
    const clause =
      Math.max(...['.', '!', '?', ',', ';', '\n'].map((c) => before.lastIndexOf(c))) + 1;
    const skipped = GREETING.exec(before.slice(clause))?.[0].length ?? 0;
    const read = readName(text, match.index - before.length + clause + skipped);
    if (!read || read.tokens.length > 3 || text.slice(read.end, match.index).trim() !== '')
      continue;
    if (read.known || (read.cased && !isCommonWord(read.tokens[0] ?? ''))) add(read, 0.9);
  }
}

/** The whole answer, or its first part, to "who should I put on it?". */
function nameAsAnswer(text: string, add: AddName): void {
  if (/\?\s*$/.test(text)) return;
  const from = ANSWER_PREFIX.exec(text)?.[0].length ?? 0;
  const read = readName(text, from);
  if (!read) return;
  const rest = textAfter(text, read.end);
  const ends = read.closed || /^\s*(?:please|pls|thanks|por favor|is fine)\b/i.test(rest);
  const words = read.tokens.filter((token) => isCommonWord(token));
  const first = read.tokens[0] ?? '';
  if (
    (first.length < 2 && read.tokens.length < 2) ||
    !(read.known || words.length === 0) ||
    !(ends || read.known)
  )
    return;
  add(read, read.known || read.cased ? 0.9 : 0.8);
}
