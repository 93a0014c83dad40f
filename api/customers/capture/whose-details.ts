import type { CapturedDetail } from './capture.types.ts';

const RELATIVE =
  'wife|husband|spouse|partner|son|daughter|kid|mom|mum|mother|dad|father|parents?|brother|sister|neighbou?r|tenant|landlord|boss|friend|roommate|girlfriend|boyfriend|fianc\\p{L}+|assistant|espos[oa]|marido|mujer|hij[oa]|madre|padre|mam[aá]|pap[aá]|herman[oa]|vecin[oa]|novi[oa]';
const SOMEONE_ELSE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:my|our|mi|his|her|their)\s+(?:\p{L}+\s+)?(?:${RELATIVE})(?:'?s)?|(?:his|her|their|su)\s+(?:cell|phone|number|mobile|e-?mail|tel\p{L}*|n[uú]mero|correo))(?!\p{L})`,
  'giu',
);
const OWN = /(?<!\p{L})(?:mine|my|me|i'?m|i am|m[ií]o|m[ií]a|mi)(?!\p{L})/iu;

/**
 * Leaves out phones and e-mails told to be a relative's where the visitor gave one of their own: a
 * wife's number beside mine is not mine. Alone it stays, since it is the way to reach them.
 */
export function withoutOthers(text: string, details: CapturedDetail[]): CapturedDetail[] {
  const isOthers = (found: CapturedDetail) => isSomeoneElses(text, found.start);
  return details.filter((found) => {
    if (found.field !== 'phone' && found.field !== 'email') return true;
    const own = details.some((other) => other.field === found.field && !isOthers(other));
    return !own || !isOthers(found);
  });
}

function isSomeoneElses(text: string, start: number): boolean {
  const clause = /[^.!?;\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const last = [...clause.matchAll(SOMEONE_ELSE)].at(-1);
  return last !== undefined && !OWN.test(clause.slice(last.index + last[0].length));
}
