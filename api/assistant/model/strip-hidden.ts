/**
 * Characters nobody sees, which can hide instructions from a reader or split a word for a filter: NUL and
 * other controls (but tab and line breaks), soft hyphen, zero-width and direction marks, tag characters.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g;

/** Text without hidden characters; what a reader sees stays as it is. */
export function stripHidden(text: string): string {
  return text.replace(HIDDEN, '');
}
