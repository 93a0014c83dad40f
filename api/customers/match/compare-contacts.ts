import { editDistance } from './edit-distance.ts';
import type { EmailKey } from './email-key.ts';
import type { PhoneKey } from './phone-key.ts';

export type EmailMatch =
  | 'same'
  | 'tagged'
  | 'typo'
  | 'elsewhere'
  | 'role'
  | 'different'
  | 'missing';
export type PhoneMatch = 'same' | 'typo' | 'area' | 'different' | 'missing';

const EMAIL_ORDER: EmailMatch[] = ['same', 'tagged', 'typo', 'elsewhere', 'role', 'different'];
const PHONE_ORDER: PhoneMatch[] = ['same', 'typo', 'area', 'different'];
const DISTINCTIVE_LOCAL = 6; // "maria" is at every provider somebody else

/** How the closest pair of two people's e-mail addresses compares, and which address it was. */
export function compareEmails(a: EmailKey[], b: EmailKey[]) {
  return closest(a, b, compareEmailPair, EMAIL_ORDER);
}

/** How the closest pair of two people's numbers compares, and which number it was. */
export function comparePhones(a: PhoneKey[], b: PhoneKey[]) {
  return closest(a, b, comparePhonePair, PHONE_ORDER);
}

function compareEmailPair(a: EmailKey, b: EmailKey): EmailMatch {
  if (a.trust === 'role' || b.trust === 'role') return a.bare === b.bare ? 'role' : 'different';
  if (a.key === b.key) return 'same';
  if (a.bare === b.bare) return 'tagged';
  if (a.domain === b.domain) return isSlip(a.local, b.local) ? 'typo' : 'different';
  if (a.plain !== b.plain) return 'different';
  if (editDistance(a.domain, b.domain) <= 2) return 'typo';
  return a.plain.length >= DISTINCTIVE_LOCAL ? 'elsewhere' : 'different';
}

// john1@ and john2@ are two people: a changed digit is no slip.
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || editDistance(a, b, 1) > 1) return false;
  return a.replace(/\D/g, '').length === 0 || sortedDigits(a) === sortedDigits(b);
}

const sortedDigits = (text: string) => [...text.replace(/\D/g, '')].sort().join('');

function comparePhonePair(a: PhoneKey, b: PhoneKey): PhoneMatch {
  if (a.key === b.key) return 'same';
  if (editDistance(a.key, b.key, 1) <= 1) return 'typo';
  const long = a.national.length >= 9 && b.national.length >= 9;
  if (long && a.national.slice(-7) === b.national.slice(-7)) return 'area';
  return 'different';
}

function closest<Key extends { key: string }, Match>(
  a: Key[],
  b: Key[],
  compare: (x: Key, y: Key) => Match,
  order: Match[],
): { match: Match | 'missing'; value: string } {
  const compared = a.flatMap((x) => b.map((y) => ({ match: compare(x, y), value: y.key })));
  for (const match of order) {
    const found = compared.find((each) => each.match === match);
    if (found) return found;
  }
  return { match: 'missing', value: '' };
}
