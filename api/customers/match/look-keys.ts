import { rootName } from './nickname-of.ts';
import type { Person } from './person.ts';
import { soundOf } from './phonetic.ts';

/**
 * Keys by which look-alikes are found: any two records of one person that differ in a word or two share
 * some of them. They only bring candidates together; whether those are alike is decided elsewhere.
 */
export function lookKeys({ name, address, emails, phones }: Person): string[] {
  const keys = new Set<string>();
  const add = (kind: string, ...parts: (string | undefined)[]) => {
    if (parts.every(Boolean)) keys.add([kind, ...parts].join(':'));
  };
  const first = name?.given[0] && rootName(name.given[0]);
  const last = name?.surname;
  const { number, postcode } = address ?? {};
  const street = address?.street.reduce(
    (long, word) => (word.length > long.length ? word : long),
    '',
  );
  const sound = {
    first: first && soundOf(first),
    last: last && soundOf(last),
    street: street && soundOf(street),
  };
  add('o', name?.business);
  if (sound.first && sound.last) add('n', ...[sound.first, sound.last].sort());
  if (name?.single) add('1', sound.first);
  add('i', last?.slice(0, 4), first?.[0]);
  add('j', first, last?.slice(0, 2));
  add('ns', number, sound.street);
  add('np', number, postcode);
  add('sp', sound.street, postcode);
  for (const [kind, word] of [
    ['l', sound.last],
    ['f', sound.first],
  ] as const) {
    add(`${kind}n`, word, number);
    add(`${kind}s`, word, sound.street);
    add(`${kind}p`, word, postcode);
  }
  for (const email of emails) {
    add('m', email.bare);
    if (email.plain.length >= 4 && email.trust === 'personal') add('e', email.plain);
  }
  for (const phone of phones) add('p', phone.national.slice(-7));
  return [...keys];
}

/** A signed 32-bit number of a key (FNV-1a with murmur's last mix), different in each company. */
export function hashKey(companyId: string, key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${companyId}|${key}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
