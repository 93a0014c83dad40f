import { hashKey, lookKeys } from './look-keys.ts';
import { parseName } from './name-parts.ts';
import { rootName } from './nickname-of.ts';
import { type PersonValues, toPerson } from './person.ts';

/** An e-mail or phone that a customer is recognised by. */
export interface MatchingKey {
  kind: 'email' | 'phone';
  value: string;
}

/** The keys of a person; placeholders and mailboxes of many people are none. */
export function matchingKeys(values: PersonValues): MatchingKey[] {
  const { emails, phones } = toPerson(values);
  return [
    ...emails
      .filter(({ trust }) => trust === 'personal')
      .map(({ key }) => ({ kind: 'email' as const, value: key })),
    ...phones.map(({ key }) => ({ kind: 'phone' as const, value: key })),
  ];
}

/**
 * What tells people apart who share a contact: the first name in its full form, with Jr or Sr. Bob and
 * Robert agree, a couple does not; '' without a name.
 */
export function nameKeyOf(name: string | null | undefined): string {
  const parts = name ? parseName(name) : null;
  if (!parts) return '';
  if (parts.business) return parts.business;
  const first = parts.given[0] ?? parts.surname;
  return [rootName(first), parts.suffix].filter(Boolean).join(' ');
}

/** The hashes by which a person is found as somebody's look-alike. */
export function lookHashes(
  companyId: string,
  values: PersonValues,
  more: { emails?: string[]; phones?: string[] } = {},
): number[] {
  return [...new Set(lookKeys(toPerson(values, more)).map((key) => hashKey(companyId, key)))];
}

/** Marks a key whose place another customer holds, so that both may keep it. */
export const setAside = (nameKey: string, customerId: string) => `${nameKey}#${customerId}`;
