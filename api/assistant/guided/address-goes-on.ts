import type { CapturedDetail } from '../../customers/capture/capture.types.ts';
import { isNeverName } from '../../customers/capture/common-words.ts';
import type { Intake } from './intake.ts';

const ZIP = String.raw`\d{5}(?:-\d{4})?`;
const ZIP_ALONE = new RegExp(
  String.raw`^\W*(?:(?:my |the )?zip(?: ?code)?(?: is|'s|:)?\s*)?(${ZIP})\W*$`,
  'i',
);
const TOWN = new RegExp(
  String.raw`^\s*(in |it'?s in |en )?((\p{L}[\p{L}.'-]+(?: \p{L}[\p{L}.'-]+){0,2}?)(,? (?:[A-Z]{2}|california))?(,? ${ZIP})?)[\s.!]*$`,
  'u',
);

/**
 * The town or ZIP that a message adds to a street told before, as the whole address; null where it is
 * none. Between a street and its town no other question may have been answered.
 */
export function addressGoesOn(text: string, { details, asked }: Intake): CapturedDetail | null {
  const { address } = details;
  if (!address || asked?.what === 'input' || new RegExp(`${ZIP}$`).test(address)) return null;
  const zip = ZIP_ALONE.exec(text)?.[1];
  if (zip) return longer(`${address} ${zip}`, text, zip);
  const [, cue, place, town = '', state, code] = TOWN.exec(text) ?? [];
  if (!place || address.includes(',') || town.split(' ').some(isNeverName)) return null;
  const isTold = cue !== undefined || state !== undefined || code !== undefined;
  const isTown = isTold || /^\p{Lu}/u.test(town);
  return isTown ? longer(`${address}, ${place}`, text, place) : null;
}

function longer(value: string, text: string, raw: string): CapturedDetail {
  const start = text.indexOf(raw);
  return { field: 'address', value, raw, start, end: start + raw.length, confidence: 0.7 };
}
