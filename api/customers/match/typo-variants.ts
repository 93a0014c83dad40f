import type { EmailKey } from './email-key.ts';
import type { PhoneKey } from './phone-key.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789._-'];
const DIGITS = [...'0123456789'];
const LOCAL_MAX = 20; // a longer name would make over 1,600 look-ups

/** Every number that one changed digit or one swap of neighbours makes of this one. */
export function phoneVariants({ key, national }: PhoneKey): string[] {
  const prefix = key.slice(0, key.length - national.length);
  return [...new Set([...changed(national, DIGITS), ...swapped(national)])]
    .filter((digits) => digits !== national)
    .map((digits) => prefix + digits);
}

/** Every address that one slip of the finger in the name before the @ makes of this one. */
export function emailVariants({ local, domain, trust }: EmailKey): string[] {
  if (trust === 'role' || local.length < 4 || local.length > LOCAL_MAX) return [];
  const all = [
    ...changed(local, LETTERS),
    ...swapped(local),
    ...shortened(local),
    ...lengthened(local),
  ];
  return [...new Set(all)].filter((name) => name !== local).map((name) => `${name}@${domain}`);
}

const places = (text: string) => Array.from(text, (_, i) => i);

const changed = (text: string, letters: string[]) =>
  places(text).flatMap((i) =>
    letters.map((letter) => text.slice(0, i) + letter + text.slice(i + 1)),
  );

const swapped = (text: string) =>
  places(text)
    .slice(1)
    .map((i) => `${text.slice(0, i - 1)}${text[i]}${text[i - 1]}${text.slice(i + 1)}`);

const shortened = (text: string) => places(text).map((i) => text.slice(0, i) + text.slice(i + 1));

const lengthened = (text: string) =>
  [...places(text), text.length].flatMap((i) =>
    LETTERS.map((letter) => text.slice(0, i) + letter + text.slice(i)),
  );
