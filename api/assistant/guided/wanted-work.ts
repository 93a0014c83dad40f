import { textAfter } from '../../platform/nearby-text.ts';
import type { Word } from './match-phrases.ts';

/** "Need the back fenced", "get my beds mulched": the service is named by what is to be done. */
const WANTED =
  /(?<!\p{L})(?:needs?|wants?|wanna|like|get(?:ting)?|have|having)\s+(?:to\s+)?(?:[\p{L}']{1,40}\s+){1,6}?(\p{L}{3,40}ed)(?!\p{L})/gu;
/** A yard that is fenced already. */
const IS_SO =
  /^\s+(?:in\s+)?(?:(?:back|front|side)\s?)?(?:yards?|areas?|lots?|gardens?|property|already|now)(?!\p{L})/u;

const NAMED_BY_VERB: Record<string, string> = { cercar: 'cerca', bardear: 'barda' };

/** The words with each participle of wanted work as its verb: "fenced" as "fence". */
export function wantedWork(text: string, words: Word[]): Word[] {
  const wanted = new Set(
    [...text.matchAll(WANTED)].flatMap((match) => {
      const end = match.index + match[0].length;
      const isSo = IS_SO.test(textAfter(text, end)) || /(?<!\p{L})already(?!\p{L})/u.test(match[0]);
      return isSo ? [] : [end];
    }),
  );
  return words.map((word) => {
    const named = NAMED_BY_VERB[word.text];
    if (named) return { ...word, text: named, stem: named };
    if (!wanted.has(word.end)) return word;
    const verb = word.text.replace(/(?<=[^aeiou]{2})ed$|d$/, '');
    const stem = /(?:c|v|s)$/.test(verb) ? `${verb}e` : verb;
    return { ...word, text: stem, stem };
  });
}
