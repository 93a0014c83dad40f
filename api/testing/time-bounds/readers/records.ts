import { lookHashes, matchingKeys, nameKeyOf } from '../../../customers/match/customer-keys.ts';
import { isEmailFormat, readEmail } from '../../../customers/match/email-key.ts';
import { toPerson } from '../../../customers/match/person.ts';
import { phoneForStoring } from '../../../customers/match/phone-key.ts';
import { emailVariants, phoneVariants } from '../../../customers/match/typo-variants.ts';
import { createCustomerInput, customersQueryInput } from '../../../customers/schemas.ts';
import { searchWords } from '../../../customers/search-words.ts';
import { decideLead } from '../../../leads/decide-lead.ts';
import type { GatheredLead, KnownCustomer } from '../../../leads/lead.types.ts';
import { leadInput } from '../../../leads/schemas.ts';
import { decodeCursor } from '../../../platform/cursor.ts';
import type { Reader } from '../measure.ts';

const LONGEST = 20_000;
const CANDIDATES = 50; // as many as gather_lead returns

/** The fields of a record at the longest that the schemas let in, all out of one text. */
const recordOf = (text: string) => ({
  name: text.slice(0, 200),
  email: text.slice(0, 254),
  phone: text.slice(0, 40),
  address: text.slice(0, 500),
  country: 'US',
});

function known(text: string, index: number): KnownCustomer {
  const shifted = text.slice(index % 7);
  return {
    ...recordOf(shifted),
    id: String(index),
    stage: 'lead',
    verified_fields: [],
    keys: Array.from({ length: 3 }, (_, at) => ({
      kind: at ? 'email' : 'phone',
      value: at ? `${shifted.slice(0, 60)}${at}@example.com` : `+1916555${1000 + index}`,
      name_key: '',
    })),
  };
}

function decide(text: string): void {
  const gathered: GatheredLead = {
    lead: null,
    session_customer_id: null,
    session_quoted: false,
    candidates: Array.from({ length: CANDIDATES }, (_, index) => known(text, index)),
  };
  decideLead({ ...recordOf(text), source: 'api', details: [] }, gathered);
}

function keysOf(text: string): void {
  const values = recordOf(text);
  const { emails, phones } = toPerson({ ...values, email: `${text.slice(0, 64)}@example.com` });
  emails.flatMap(emailVariants);
  phones.flatMap(phoneVariants);
  matchingKeys(values);
  lookHashes('company', values);
  nameKeyOf(values.name);
}

function refused(read: () => unknown): void {
  try {
    read();
  } catch {
    // a refusal is an answer too
  }
}

/** Everything that reads the records that API callers and chats bring. */
export function recordReaders(): Reader[] {
  const reader = (name: string, read: Reader['read']): Reader => ({ name, read, longest: LONGEST });
  const body = (text: string) => ({
    name: text,
    email: text,
    phone: text,
    address: text,
    country: text,
    notes: text,
    source: text,
    tags: [text, text],
  });
  return [
    reader('records: decide lead', decide),
    reader('records: keys', keysOf),
    reader('records: keys without limits', (text) => {
      const values = { name: text, email: text, phone: text, address: text, country: 'US' };
      lookHashes('company', values);
    }),
    reader('records: phone for storing', (text) => phoneForStoring(text, 'DE')),
    reader('records: e-mail', (text) => isEmailFormat(text) || readEmail(text)),
    reader('records: search', searchWords),
    reader('records: cursor', (text) => refused(() => decodeCursor(text))),
    reader('schema: lead', (text) => leadInput.safeParse(body(text))),
    reader('schema: customer', (text) => createCustomerInput.safeParse(body(text))),
    reader('schema: customer, whole', (text) =>
      createCustomerInput.safeParse({ ...recordOf(text), notes: text.slice(0, 4000) }),
    ),
    reader('schema: query', (text) =>
      customersQueryInput.safeParse({ search: text, tag: text, created_from: text, cursor: text }),
    ),
  ];
}
