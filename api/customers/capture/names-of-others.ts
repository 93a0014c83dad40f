import { firstMatches, textAfter, textBefore } from '../../platform/nearby-text.ts';
import { type AddName, NAME_CUES_MAX } from './find-names.ts';
import { CONTACT_MASK, type NameRead, readName } from './name-shape.ts';
import { RELATIVE } from './whose-details.ts';

/** "My husband Tom", "this is his wife, Laura": a relative by name. */
const NAMED_RELATIVE = new RegExp(
  String.raw`(?<!\p{L})(?:my|our|mi|his|her|their|nuestr[oa])\s+(?:(?:next[- ]door|older|younger|little|big|best|good|\p{L}{1,40}ing)\s+)?(?:${RELATIVE}),?\s+(?:(?:is|named|called|se llama)\s+)?`,
  'giu',
);
const NAME_OF_OTHER =
  /(?<!\p{L})(?:(?:his|her|their|su)\s+(?:full\s+)?(?:name(?:'s|\s+is)?|nombre\s+es)|(?:he|she|[eé]l|ella)\s+se\s+llama)\s*:?\s+/giu;
/** The contact that follows is that person's own. */
const THEIR_CONTACT = new RegExp(
  String.raw`(?<!\p{L})(?:(?:his|her|their|su)\s+(?:cell|phone|number|mobile|e-?mail|tel\p{L}*|n[uú]mero|correo|info)|(?:him|her|them)\s+(?:at|on))(?!\p{L})[^.!?\n]{0,200}${CONTACT_MASK}`,
  'iu',
);
const REACH =
  /(?<!\p{L})(?:call|text|reach|contact|phone|email|ask for|talk to|llame a|llamen a)\s+$/iu;
const AT_CONTACT = new RegExp(String.raw`^\s*,?\s*(?:at|on|al|en)?\s*${CONTACT_MASK}`, 'iu');
/** Somebody else takes over at the keyboard. */
const INTRODUCES = /(?<!\p{L})(?:this is|it'?s|i'?m|i am|here is|here's|soy|habla)\s+$/iu;

const rest = (text: string, read: NameRead | null): string =>
  textAfter(text, read?.end ?? text.length);

/**
 * Another person's name, where it is they who can be reached or who now speak: "my neighbor Bob, his number
 * is …", "this is his wife Laura". A relative only spoken of is nobody's contact.
 */
export function namesOfOthers(text: string, add: AddName): void {
  for (const match of firstMatches(text, NAMED_RELATIVE, NAME_CUES_MAX)) {
    const at = match.index + match[0].length;
    const read = readName(text, at);
    const isName = read !== null && (read.known || read.cased);
    const speaks =
      INTRODUCES.test(textBefore(text, match.index)) && !/^(?:my|our|mi)/iu.test(match[0]);
    const isTheirs =
      THEIR_CONTACT.test(rest(text, read)) ||
      (REACH.test(textBefore(text, match.index)) && AT_CONTACT.test(rest(text, read)));
    if (isName && (speaks || isTheirs)) add({ ...read, start: match.index }, 0.85);
  }
  for (const match of firstMatches(text, NAME_OF_OTHER, NAME_CUES_MAX)) {
    const read = readName(text, match.index + match[0].length);
    const isAbout = text.includes(CONTACT_MASK) || /^\W*$/u.test(text.slice(0, match.index));
    if (read && isAbout && (read.known || read.cased)) add({ ...read, start: match.index }, 0.85);
  }
}
