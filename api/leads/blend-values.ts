import { parseAddress } from '../customers/match/address-parts.ts';
import { compareAddresses } from '../customers/match/compare-addresses.ts';
import { compareNames, isCompatible } from '../customers/match/compare-names.ts';
import { type EmailKey, readEmail } from '../customers/match/email-key.ts';
import { parseName } from '../customers/match/name-parts.ts';
import { phoneForStoring, readPhone } from '../customers/match/phone-key.ts';
import {
  DETAIL_FIELDS,
  type DetailField,
  type Details,
  type EarlierLead,
  type KnownCustomer,
} from './lead.types.ts';

/** Longest values that are stored; what a chat hears beyond that is cut, so that nothing stops the turn. */
export const DETAIL_MAX = { name: 200, email: 254, phone: 40, address: 500 } as const;

/** Values as they are stored: trimmed, phones as E.164 where they can be read; '' counts as nothing. */
export function tidy(details: Details, country: string): Details {
  const tidied: Details = {};
  for (const field of DETAIL_FIELDS) {
    const text = details[field]?.trim().replace(/\s+/g, ' ');
    if (!text) continue;
    const stored = field === 'phone' ? phoneForStoring(text, country) : text;
    tidied[field] = stored.slice(0, DETAIL_MAX[field]);
  }
  return tidied;
}

/**
 * What a known customer gains from the values heard, and what differs from what it has. `others` are the
 * fields told to be another person's, which replace nothing.
 */
export function blend(
  customer: KnownCustomer,
  values: Details,
  earlier: EarlierLead | null,
  others: ReadonlySet<DetailField> = new Set(),
): { changes: Details; kept: Details } {
  const changes: Details = {};
  const kept: Details = {};
  for (const field of DETAIL_FIELDS) {
    const value = values[field];
    if (!value || isSame(field, customer, value)) continue;
    const own = others.has(field) ? null : earlier;
    const target = mayChange(field, customer, value, own) ? changes : kept;
    target[field] = value;
  }
  return { changes, kept };
}

/** Whether a chat may set the field: it is blank, completed, or was given by this conversation itself. */
function mayChange(
  field: DetailField,
  customer: KnownCustomer,
  value: string,
  earlier: EarlierLead | null,
): boolean {
  if (customer.verified_fields.includes(field)) return false;
  const present = customer[field];
  if (!present) return true;
  if (field === 'name' && completesName(present, value)) return true;
  return isOwn(field, customer, earlier);
}

/** Whether the customer was made from this conversation and has the value it gave: it may be corrected. */
function isOwn(field: DetailField, customer: KnownCustomer, earlier: EarlierLead | null): boolean {
  const made = earlier?.action === 'created' && earlier.customer_id === customer.id;
  return made && earlier[field] === customer[field] && !customer.verified_fields.includes(field);
}

function isSame(field: DetailField, customer: KnownCustomer, value: string): boolean {
  const present = customer[field];
  if (!present) return false;
  if (present === value) return true;
  switch (field) {
    case 'email':
      return keyOf(readEmail(present)) === keyOf(readEmail(value));
    case 'phone':
      return readPhone(present, customer.country)?.key === value;
    case 'address':
      return compareAddresses(parseAddress(present), parseAddress(value)) === 'same';
    case 'name':
      return isSameName(present, value);
  }
}

const keyOf = (email: EmailKey | null) => email?.key ?? '';

/** "Bob" adds nothing to "Robert Smith"; "Maria Lopez" does to "Maria". */
function isSameName(present: string, value: string): boolean {
  const match = compareNames(parseName(present), parseName(value));
  return isCompatible(match) && match.last !== 'different' && !completesName(present, value);
}

/** Whether `value` is `present` with the surname that it lacks. */
function completesName(present: string, value: string): boolean {
  const [short, long] = [parseName(present), parseName(value)];
  if (!short?.single || !long || long.rest.length === 0) return false;
  const { first } = compareNames(short, long);
  return first === 'equal' || first === 'nickname' || first === 'initial';
}
