/** How far a reader looks around for the words that tell what a number or a name means. */
const NEAR_CHARACTERS = 300;

/**
 * The last characters before `at`. A pattern that ends in `$` is tried from every place of its text, so
 * on the whole text before each of many places it would take time that grows with their square.
 */
export const textBefore = (text: string, at: number): string =>
  text.slice(Math.max(0, at - NEAR_CHARACTERS), at);

/** The first characters from `at` on. */
export const textAfter = (text: string, at: number): string => text.slice(at, at + NEAR_CHARACTERS);

/** The first `most` matches of a global pattern. */
export function* firstMatches(
  text: string,
  pattern: RegExp,
  most: number,
): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    if (++count > most) return;
    yield match;
  }
}

export interface Span {
  start: number;
  end: number;
}

/** The text with each span replaced by `stand(length)`, in one pass. */
export function replaceSpans(
  text: string,
  spans: readonly Span[],
  stand: (length: number) => string,
): string {
  let replaced = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const begin = Math.max(start, from);
    if (end <= begin) continue;
    replaced += text.slice(from, begin) + stand(end - begin);
    from = end;
  }
  return replaced + text.slice(from);
}
