import { type AddressParts, parseAddress } from './address-parts.ts';
import { type EmailKey, readEmail } from './email-key.ts';
import { type NameParts, parseName } from './name-parts.ts';
import { type PhoneKey, readPhone } from './phone-key.ts';

/** What is known of somebody, as given. */
export interface PersonValues {
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  /** ISO 3166-1 alpha-2, whose national phone format is assumed. */
  country: string;
}

/** The same, normalised for comparing. */
export interface Person {
  name: NameParts | null;
  emails: EmailKey[];
  phones: PhoneKey[];
  address: AddressParts | null;
}

/** Normalises a person; `more` are further e-mails and phones that they are known by. */
export function toPerson(
  values: PersonValues,
  more: { emails?: string[]; phones?: string[] } = {},
): Person {
  const emails = [values.email, ...(more.emails ?? [])].flatMap(
    (text) => (text && readEmail(text)) || [],
  );
  const phones = [values.phone, ...(more.phones ?? [])].flatMap(
    (text) => (text && readPhone(text, values.country)) || [],
  );
  return {
    name: values.name ? parseName(values.name) : null,
    emails: onePerKey(emails),
    phones: onePerKey(phones),
    address: values.address ? parseAddress(values.address) : null,
  };
}

function onePerKey<T extends { key: string }>(all: T[]): T[] {
  return [...new Map(all.map((each) => [each.key, each])).values()];
}
