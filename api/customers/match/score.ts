import type { AddressMatch } from './compare-addresses.ts';
import type { EmailMatch, PhoneMatch } from './compare-contacts.ts';
import type { FirstMatch, LastMatch, NameMatch } from './compare-names.ts';

/** How two people compare, field by field. */
export interface Likeness {
  name: NameMatch;
  email: EmailMatch;
  phone: PhoneMatch;
  address: AddressMatch;
}

/*
 * Weights are natural log-odds, as in Fellegi and Sunter, "A Theory for Record Linkage" (1969): by how
 * much a finding is likelier between two records of one person than between two people's. Set by hand
 * against a public development set; they are added as if independent, hence the caps below.
 */
const PRIOR = -4; // of the look-alikes that the database finds, about one in fifty is the person

const EMAIL: Record<EmailMatch, number> = {
  same: 9,
  tagged: 6,
  typo: 4.5,
  elsewhere: 3,
  role: 2,
  different: -0.5,
  missing: 0,
};
const PHONE: Record<PhoneMatch, number> = {
  same: 6,
  typo: 3.5,
  area: 3.5,
  different: -0.5,
  missing: 0,
};
const ADDRESS: Record<AddressMatch, number> = {
  same: 5,
  similar: 4,
  building: 2,
  street: 2,
  place: 1,
  different: -0.5,
  missing: 0,
};
const NAME: Record<FirstMatch, Record<LastMatch, number>> = {
  equal: { equal: 4, similar: 3, missing: 1.5, different: -0.5 },
  nickname: { equal: 3.5, similar: 2.5, missing: 1, different: -2 },
  initial: { equal: 2.5, similar: 1, missing: 0.5, different: -4 },
  similar: { equal: 3, similar: 2, missing: 0.5, different: -3 },
  missing: { equal: 1, similar: 0.5, missing: 0, different: -4 },
  different: { equal: -1.2, similar: -2, missing: -2.3, different: -6 },
};
const SUFFIX: Record<NameMatch['suffix'], number> = { same: 0, 'one-sided': -1, contradictory: -6 };

const CAP_OTHER_PERSON = 0.4; // another first name on a shared contact: mostly the same household
const CAP_MISSPELT = 0.7; // Mario and Maria are one letter apart
const CAP_WITHOUT_CONTACT = 0.9; // name and address can be a father's and his son's
const FLOOR_SHARED_CONTACT = 0.2; // a shared phone or e-mail is always worth a look
const CAP = 0.99;

/** Confidence from 0 to 1 that both are one person. */
export function score({ name, email, phone, address }: Likeness): number {
  const odds =
    PRIOR +
    EMAIL[email] +
    PHONE[phone] +
    ADDRESS[address] +
    NAME[name.first][name.last] +
    SUFFIX[name.suffix];
  const shared = email === 'same' || phone === 'same';
  const cap = shared ? CAP : CAP_WITHOUT_CONTACT;
  const confidence = Math.min(cap, capOfName(name), 1 / (1 + Math.exp(-odds)));
  return round(shared ? Math.max(FLOOR_SHARED_CONTACT, confidence) : confidence);
}

function capOfName({ first, suffix }: NameMatch): number {
  if (first === 'different' || suffix === 'contradictory') return CAP_OTHER_PERSON;
  return first === 'similar' ? CAP_MISSPELT : 1;
}

const round = (value: number) => Math.round(value * 100) / 100;
