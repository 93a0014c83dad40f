import { replaceSpans, textAfter, textBefore } from '../../platform/nearby-text.ts';
import type {
  CapturedDetail,
  CaptureOptions,
  DetailField,
  UnusablePhone,
} from './capture.types.ts';
import { findAddresses } from './find-addresses.ts';
import { findEmails } from './find-emails.ts';
import { findNames } from './find-names.ts';
import { findPhones } from './find-phones.ts';
import { ADDRESS_MASK, CONTACT_MASK } from './name-shape.ts';
import { withCues, withoutOthers } from './whose-details.ts';

const CORRECTION =
  /(?<!\p{L})(?:actually|sorry|oops|correction|i mean(?:t)?|i should say|scratch that|no wait|wait|rather|instead|not|better(?: number)?|new number|use|perd[oó]n|mejor|digo)(?!\p{L})/iu;
const DISOWNED =
  /(?<!\p{L})(?:not|n't(?: use| call)?|never|instead of|rather than|no es|old (?:number|email|phone|address) (?:is|was)|was|it was)\s*:?\s*$/iu;
const IS_YOURS = /^\s*,?\s*(?:is|was|are)?\s*(?:your|ur)(?!\p{L})/iu;
const ABOUT_COMPANY =
  /(?<!\p{L})(?:call(?:ed|ing)?|text(?:ed)?|tried|reached?) (?:you|u|them|y'all)(?: guys)? (?:at|on)\s*$/iu;

/**
 * Contact details that a visitor gave about themselves in one message, in text order.
 * Pure. After a correction ("actually my number is …") only the later value stands; without one,
 * several phones or e-mails are all returned and the first is the main one.
 */
export function captureDetails(text: string, options: CaptureOptions): CapturedDetail[] {
  return readDetails(text, options).details;
}

/** As `captureDetails`, with the numbers that look like phones but must not be stored. */
export function readDetails(
  text: string,
  options: CaptureOptions,
): { details: CapturedDetail[]; unusable: UnusablePhone[] } {
  // same length, so that offsets stay true
  const plain = text.replace(/[\uE000\uE001]/g, ' ').replace(/[’‘ʼ]/g, "'");
  const emails = findEmails(plain);
  const withoutEmails = mask(plain, emails, CONTACT_MASK);
  const { phones, unusable } = findPhones(withoutEmails, options);
  const withoutPhones = mask(withoutEmails, [...phones, ...unusable], CONTACT_MASK);
  const addresses = findAddresses(withoutPhones, options);
  const names = findNames(mask(withoutPhones, addresses, ADDRESS_MASK), options);
  const said = [...emails, ...phones, ...addresses, ...names].filter(
    (found) => !isDisowned(plain, found) && !isTheirs(found, options),
  );
  const own = withCues(plain, withoutOthers(plain, said)).map((found) => ({
    ...found,
    raw: text.slice(found.start, found.end),
  }));
  const details = (['name', 'email', 'phone', 'address'] as const)
    .flatMap((field) => latest(plain, ofField(own, field)))
    .sort((a, b) => a.start - b.start);
  return { details, unusable };
}

/** One value a field, the main one: what a form would hold. */
export function mainDetails(details: CapturedDetail[]): Partial<Record<DetailField, string>> {
  const main: Partial<Record<DetailField, string>> = {};
  for (const { field, value } of details) main[field] ??= value;
  return main;
}

const mask = (text: string, spans: { start: number; end: number }[], stand: string): string =>
  replaceSpans(text, spans, (length) => stand.repeat(length));

const ofField = (details: CapturedDetail[], field: DetailField) =>
  details.filter((found) => found.field === field);

function isDisowned(text: string, { start, end }: CapturedDetail): boolean {
  const before = textBefore(text, start);
  if (IS_YOURS.test(textAfter(text, end))) return true;
  return DISOWNED.test(before) || ABOUT_COMPANY.test(before);
}

function isTheirs({ field, value }: CapturedDetail, { notTheirs }: CaptureOptions): boolean {
  const digits = value.replace(/\D/g, '').slice(-10);
  return (notTheirs ?? []).some((own) =>
    field === 'phone'
      ? digits.length >= 7 && own.replace(/\D/g, '').slice(-10) === digits
      : own.toLowerCase() === value.toLowerCase(),
  );
}

/** Keeps what stands after a correction; of several names and addresses the surest, else the first. */
function latest(text: string, found: CapturedDetail[]): CapturedDetail[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const last = sorted.at(-1);
  if (!last || sorted.length === 1) return sorted;
  const previous = sorted.at(-2);
  const between = text.slice(previous?.end ?? 0, last.start);
  if (CORRECTION.test(between)) return [last];
  if (last.field === 'phone' || last.field === 'email') return unique(sorted);
  return [sorted.reduce((best, next) => (weight(next) > weight(best) ? next : best))];
}

const weight = (found: CapturedDetail): number => found.confidence ?? 0;

function unique(found: CapturedDetail[]): CapturedDetail[] {
  return found.filter((a, index) => found.findIndex((b) => b.value === a.value) === index);
}
