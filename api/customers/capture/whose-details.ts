import type { CapturedDetail } from './capture.types.ts';

/** Words for who is near to the visitor, singular. */
export const RELATIVE =
  'wife|husband|spouse|partner|son|daughter|kid|mom|mum|mother|dad|father|parents?|brother|sister|neighbou?r|tenant|landlord|boss|friend|roommate|girlfriend|boyfriend|fianc\\p{L}+|assistant|espos[oa]|marido|mujer|hij[oa]|madre|padre|mam[aá]|pap[aá]|herman[oa]|vecin[oa]|novi[oa]';
const SOMEONE_ELSE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:my|our|mi|his|her|their)\s+(?:\p{L}{1,40}\s+)?(?:${RELATIVE})(?:'?s)?|(?:his|her|their|su)\s+(?:cell|phone|number|mobile|e-?mail|name|tel\p{L}*|n[uú]mero|correo|nombre))(?!\p{L})`,
  'giu',
);
const OWN = /(?<!\p{L})(?:mine|my|me|i'?m|i am|m[ií]o|m[ií]a|mi)(?!\p{L})/iu;

/**
 * Leaves out phones and e-mails told to be a relative's where the visitor gave one of their own: a
 * wife's number beside mine is not mine. Alone it stays, since it is the way to reach them.
 */
export function withoutOthers(text: string, details: CapturedDetail[]): CapturedDetail[] {
  const others = new Set(
    details.filter((found) => isContact(found) && isSomeoneElses(text, found)),
  );
  return details.filter((found) => {
    if (!isContact(found) || !others.has(found)) return true;
    return !details.some((other) => other.field === found.field && !others.has(other));
  });
}

const isContact = ({ field }: CapturedDetail): boolean => field === 'phone' || field === 'email';

const isSomeoneElses = (text: string, { start }: CapturedDetail): boolean =>
  othersCue(text, start) !== null;

/** Where the words begin that tell a contact detail to be another person's, or null. */
function othersCue(text: string, start: number): number | null {
  const from = Math.max(...[...'.!?;\n'].map((end) => text.lastIndexOf(end, start - 1))) + 1;
  const clause = start > 0 ? text.slice(from, start) : '';
  const last = [...clause.matchAll(SOMEONE_ELSE)].at(-1);
  if (!last || OWN.test(clause.slice(last.index + last[0].length))) return null;
  return start - clause.length + last.index;
}

/** A relative's contact with the words that tell so: they are the evidence that it is not the visitor's. */
export function withCues(text: string, details: CapturedDetail[]): CapturedDetail[] {
  return details.map((found) => {
    const cue = isContact(found) ? othersCue(text, found.start) : null;
    const last = cue === null ? null : [...details].filter(({ end }) => end <= found.start).at(-1);
    if (cue === null) return found;
    const start = Math.max(cue, last?.end ?? 0);
    return { ...found, start: start + (/^[\s,;:.-]+/.exec(text.slice(start))?.[0].length ?? 0) };
  });
}

const TELLS_OTHER = new RegExp(SOMEONE_ELSE.source, 'iu');

/** Whether a detail's evidence says that it is another person's: "his wife Laura", "her cell is 916…". */
export const tellsAnother = (raw: string): boolean => TELLS_OTHER.test(raw);
