import { mayContain } from './bloom-filter.ts';
import { BITS, HASHES } from './filter-data.ts';
import { formsOf } from './password-forms.ts';

const filter = { bits: Buffer.from(BITS, 'base64'), hashes: HASHES };

/** What people in this trade and in front of this form come up with first. */
const OWN = new Set([
  'tradesphere',
  'contractor',
  'homeowner',
  'landscape',
  'hardscape',
  'demodemo',
]);

/**
 * Whether a password is among the 49,000 most common, as it stands or after what makes no difference to
 * who guesses: case, look-alikes (P@ssw0rd), the usual ending (Summer2026!); or one character all through.
 * Of others about one in 15,000 is refused as well.
 */
export function isCommonPassword(password: string): boolean {
  if (/^(.)\1*$/.test(password)) return true;
  return formsOf(password).some((form) => OWN.has(form) || mayContain(filter, form));
}
