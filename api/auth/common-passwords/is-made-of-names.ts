const NAME_MIN = 3; // "Co" is in many words
const REST_MIN = 6; // what is left of a password must still be worth guessing

/**
 * Whether a password is made of names that whoever guesses knows (the company's, the person's, the e-mail
 * address): without them, digits at its end and signs, fewer than six characters are left.
 */
export function isMadeOfNames(password: string, names: string[]): boolean {
  const words = names
    .flatMap((name) => plain(name).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= NAME_MIN)
    .sort((a, b) => b.length - a.length);
  let rest = plain(password);
  for (const word of words) rest = rest.replaceAll(word, ' ');
  if (rest === plain(password)) return false;
  return rest.replace(/\d+$/, '').replace(/[^\p{L}\p{N}]/gu, '').length < REST_MIN;
}

/** Lower case without accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
