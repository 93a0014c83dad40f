/** Spellings of one sound. Applied in order to a folded word. */
const SOUNDS: [RegExp, string][] = [
  [/^(kn|gn|pn|wr)/, ''],
  [/^x/, 's'],
  [/ph/g, 'f'],
  [/(sch|sh|ch|tch|cz)/g, 's'],
  [/th/g, 't'],
  [/(ck|q|x)/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/dg(?=[eiy])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/(?<!^)h/g, ''],
];

/**
 * A rough sound of a word: its first letter and its consonants, spelled alike, none doubled.
 * "Meyer" and "Maier" agree, "Philips" and "Fillips" too. For finding, never for deciding.
 */
export function soundOf(word: string): string {
  let sound = word;
  for (const [spelling, letter] of SOUNDS) sound = sound.replace(spelling, letter);
  const [first = '', ...rest] = sound;
  const consonants = rest.join('').replace(/[aeiouyj]/g, '');
  const start = /[aeiouy]/.test(first) ? 'a' : first;
  return (start + consonants).replace(/(.)\1+/g, '$1');
}
