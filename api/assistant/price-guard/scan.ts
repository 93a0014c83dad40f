import { wordAt } from './tokens.ts';
import { mayBegin } from './vocabulary.ts';

const INTERESTING = /[\p{L}\p{N}\p{Sc}]/gu;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where the next amount may begin, at or after `from`; the text's length when nowhere. `before` is what
 * stood before the text, so that a word which was cut in two is not taken for two words.
 */
export function nextStart(text: string, from: number, before: string, complete: boolean): number {
  INTERESTING.lastIndex = from;
  for (let found = INTERESTING.exec(text); found; found = INTERESTING.exec(text)) {
    const { index } = found;
    const char = found[0];
    const previous = index > 0 ? text[index - 1] : before.at(-1);
    if (/\p{Sc}/u.test(char)) return index;
    if (previous !== undefined && PART_OF_WORD.test(previous)) continue;
    if (/\p{N}/u.test(char)) {
      if (char >= '0' && char <= '9') return index;
      continue;
    }
    const end = index + (wordAt(text, index).length || 1);
    const growing = !complete && end === text.length;
    if (mayBegin(text.slice(index, end), growing)) return index;
    INTERESTING.lastIndex = end;
  }
  return text.length;
}
