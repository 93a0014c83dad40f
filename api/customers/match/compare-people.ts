import { compareAddresses } from './compare-addresses.ts';
import { compareEmails, comparePhones } from './compare-contacts.ts';
import { compareNames, isCompatible } from './compare-names.ts';
import { describe, type Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import { type Likeness, score } from './score.ts';

/** What was found by comparing two people, and how sure that makes us that they are one. */
export interface Comparison extends Likeness {
  /** 0 to 1. */
  confidence: number;
  evidence: Evidence[];
  /** The names do not contradict: equal, short form, initial or missing. */
  compatible: boolean;
}

/** Compares two people; swapping them gives the same likeness and confidence. */
export function comparePeople(a: Person, b: Person): Comparison {
  const name = compareNames(a.name, b.name);
  const email = compareEmails(a.emails, b.emails);
  const phone = comparePhones(a.phones, b.phones);
  const address = compareAddresses(a.address, b.address);
  const likeness = { name, email: email.match, phone: phone.match, address };
  return {
    ...likeness,
    confidence: score(likeness),
    evidence: describe(likeness, { email: email.value, phone: phone.value }),
    compatible: isCompatible(name),
  };
}
