import { firstMatches, textAfter, textBefore } from '../../platform/nearby-text.ts';
import { isCommonWord } from './common-words.ts';
import { type AddName, NAME_CUES_MAX } from './find-names.ts';
import { isParticle, readName } from './name-shape.ts';

const JOINER =
  /(?:\s|[,;:|/–—-]|\b(?:and|at|@|y|is|phone|cell|mobile|email|e-mail|tel|ph|number|my)\b)*$/i;
const LEADING =
  /^(?:[\s,;:|/()–—-]|\b(?:and|y|for|to|ask|is|hi|hey|hello|hola|thanks|yes|sure|ok)\b)*/i;

interface Segment {
  start: number;
  text: string;
}

/** The stretch of text that ends at `end` and starts after the nearest break before it. */
function segmentBefore(text: string, end: number): Segment {
  const near = textBefore(text, end);
  const head = near.replace(JOINER, '');
  const start = Math.max(
    // the full stop of "Mike D." ends no sentence
    ...[...head.matchAll(/(?<!(?<!\p{L})\p{Lu})\.|[,;!?\n|()\uE000\uE001]|\s[-–—]\s/gu)].map(endOf),
    0,
  );
  const lead = LEADING.exec(head.slice(start))?.[0].length ?? 0;
  return { start: end - near.length + start + lead, text: head.slice(start + lead) };
}

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;

function segmentAfter(text: string, start: number): Segment {
  const lead = LEADING.exec(textAfter(text, start))?.[0].length ?? 0;
  const rest = textAfter(text, start + lead);
  const stop = rest.search(/[,;.!?\n|()\uE000\uE001]|\s[-–—]\s/);
  return { start: start + lead, text: stop < 0 ? rest : rest.slice(0, stop) };
}

/** "maria lopez 916-555-0134 maria@x.com": a stretch beside a contact detail that is a name and nothing else. */
export function namesBesideContacts(text: string, add: AddName): void {
  const contact = /\uE000+/.exec(text);
  if (!contact) return;
  const address = /\uE001+/.exec(text);
  if (address && takeWhole(text, segmentBefore(text, address.index), false, add)) return;
  const left = segmentBefore(text, contact.index);
  if (takeWhole(text, left, left.start <= leadLength(text), add)) return;
  for (const match of firstMatches(text, /\uE000+/g, NAME_CUES_MAX)) {
    if (takeWhole(text, segmentAfter(text, match.index + match[0].length), false, add)) return;
  }
  const opening = segmentAfter(text, 0);
  if (!takeWhole(text, opening, false, add)) nameNextTo(text, contact.index, add);
}

/** Words that tell that the name after them is another person's, or none. */
const NOT_THEIRS =
  /(?<!\p{L})(?:call|to|for|with|from|ask|my|his|her|their|our|mr|mrs|husband|wife|partner|son|daughter|mom|dad|brother|sister|neighbor|friend|is|in|near|at|by|on|until|de|con|para|a|mi|en|espos[oa])\s+$/iu;

/** "patio 12x12 jess 916…", "916… jess patio 12x12": a well-known name right beside the number. */
function nameNextTo(text: string, contact: number, add: AddName): void {
  const before = segmentBefore(text, contact);
  const words = [...before.text.matchAll(/\p{L}\S*/gu)].slice(-2);
  for (const { index } of words) {
    if (takeKnown(text, before.start + index, before.start + before.text.length, add)) return;
  }
  const after = /\uE000+\s+/.exec(text);
  if (after) takeKnown(text, after.index + after[0].length, null, add);
}

function takeKnown(text: string, from: number, end: number | null, add: AddName): boolean {
  const read = readName(text, from);
  if (!read?.known || read.ambiguous || NOT_THEIRS.test(textBefore(text, from))) return false;
  if (end !== null && text.slice(read.end, end).trim() !== '') return false;
  add(read, 0.6);
  return true;
}

const leadLength = (text: string): number => LEADING.exec(text)?.[0].length ?? 0;

function takeWhole(text: string, segment: Segment, opens: boolean, add: AddName): boolean {
  if (segment.text.trim() === '') return false;
  const read = readName(text, segment.start);
  if (!read || text.slice(read.end, segment.start + segment.text.length).trim() !== '')
    return false;
  const plain = read.tokens.filter((token) => isCommonWord(token) && !isParticle(token)).length;
  const allCased = read.tokens.every((token) => /^\p{Lu}/u.test(token)) && read.cased;
  const likely = read.known
    ? plain < 2
    : plain === 0 && (opens || (allCased && read.tokens.length > 1));
  if (likely) add(read, read.known || allCased ? 0.85 : 0.65);
  return likely;
}

const SIGN_OFF =
  /(?:^|[\n.!,]\s{0,9}|\s)(?:thanks(?:\s+(?:again|so much|a lot))?|thank\s+you|thx|regards|best|cheers|sincerely|gracias|saludos)[^\S\n]{0,9}[,.!-]{0,9}[^\S\n]{0,9}(\n)?\s{0,9}(?=\p{L})/giu;
const DASHED = /(?:\n\s{0,9}[-–—~]\s{0,9}|[.!?,]?\s[-–—~]{1,2}\s?)(?=\p{L})/gu;

/** "… Thanks,⏎Maria Lopez" or "… - Dave" at the message's end. */
export function signatureNames(text: string, add: AddName): void {
  const end = textBefore(text, text.length);
  for (const cue of [DASHED, SIGN_OFF]) {
    for (const match of firstMatches(end, cue, NAME_CUES_MAX)) {
      const at = text.length - end.length + match.index;
      const read = readName(text, at + match[0].length);
      if (!read || text.slice(read.end).trim().replace(/[.!]/g, '') !== '') continue;
      // "thanks dave" on one line may well greet the person on the other side
      const spoken = cue === SIGN_OFF && !match[1];
      if (spoken && text.slice(0, at).trim().split(/\s+/).length < 5) continue;
      if (isCommonWord(read.tokens[0] ?? '') && !read.known) continue;
      if (read.known || read.cased) add(read, 0.8);
    }
  }
}
