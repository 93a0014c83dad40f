import { phoneForStoring } from './match/phone-key.ts';
import type { Stage } from './views.ts';

export const CONTACT_FIELDS = ['name', 'email', 'phone', 'address'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type Contact = Partial<Record<ContactField, string | null>>;

/** What staff change of a customer; a field that is left out stays as it is, null empties it. */
export interface CustomerEdit {
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  country?: string | null | undefined;
  stage?: Stage | undefined;
  tags?: string[] | undefined;
  notes?: string | null | undefined;
}

/** The contact fields of an edit in the form they are stored in. */
export function contactIn(edit: CustomerEdit, country: string): Contact {
  const contact: Contact = {};
  for (const field of CONTACT_FIELDS) {
    const value = edit[field];
    if (value === undefined) continue;
    contact[field] = value && field === 'phone' ? phoneForStoring(value, country) : value;
  }
  return contact;
}

/** The fields that have a value. */
export function contactOf(contact: Contact): ContactField[] {
  return CONTACT_FIELDS.filter((field) => contact[field]);
}

/** Verified fields after an edit: what it gives is verified, what it empties a chat may fill again. */
export function verifiedAfter(before: string[], contact: Contact): string[] {
  return CONTACT_FIELDS.filter((field) =>
    field in contact ? contact[field] : before.includes(field),
  );
}
