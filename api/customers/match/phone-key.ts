import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

import { withoutOldMobile } from './old-mobile.ts';

/** What a phone number is worth as a key. */
export interface PhoneKey {
  /** E.164, without its extension. */
  key: string;
  /** National digits. */
  national: string;
  /** Country calling code. */
  calling: string;
}

/**
 * Reads a number as a key; null when it cannot be one or is made up ("555-5555", "1234567890").
 * @param country ISO 3166-1 alpha-2, whose national format is assumed
 */
export function readPhone(text: string, country: string): PhoneKey | null {
  const home = country.toUpperCase();
  const known: { defaultCountry?: CountryCode } = isSupportedCountry(home)
    ? { defaultCountry: home }
    : {};
  // Full-width digits and the like are folded, invisible direction marks dropped.
  const written = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const parsed = parsePhoneNumberFromString(withoutOldMobile(written), known);
  if (!parsed?.isPossible() || isPlaceholder(parsed.nationalNumber)) return null;
  return {
    key: parsed.number,
    national: parsed.nationalNumber,
    calling: parsed.countryCallingCode,
  };
}

/** E.164 where the text can be read as a number, else the text as it is: nothing given is lost. */
export function phoneForStoring(text: string, country: string): string {
  return readPhone(text, country)?.key ?? text.trim();
}

const DIRECTORY_ASSISTANCE = '5551212'; // the number of forms and films

/** Numbers that people type who do not want to give theirs. */
function isPlaceholder(national: string): boolean {
  const line = national.slice(-7);
  return (
    /^(\d)\1+$/.test(line) ||
    line === DIRECTORY_ASSISTANCE ||
    (/^(\d{3})\1(\d{4})$/.test(national) && sameTail(national)) ||
    isRun(national, 1) ||
    isRun(national, -1)
  );
}

/** "123-123-1234": three blocks that begin alike. */
function sameTail(national: string): boolean {
  return national.slice(6, 9) === national.slice(0, 3);
}

/** Whether each digit follows the one before, 0 after 9. */
function isRun(digits: string, step: 1 | -1): boolean {
  return [...digits].every(
    (digit, i) => i === 0 || Number(digit) === (Number(digits[i - 1]) + step + 10) % 10,
  );
}
