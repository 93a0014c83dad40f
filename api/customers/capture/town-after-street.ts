import { textAfter } from '../../platform/nearby-text.ts';
import { foldWord, isCommonWord, isNeverName } from './common-words.ts';
import { FIRST_NAMES } from './first-names.ts';

const WORD = /^\s+(\p{L}[\p{L}'’-]+)/u;
const WORDS_MAX = 3;
/** Everyday words, and first names, of which towns are made. */
const OF_TOWNS = new Set(
  `sacramento folsom roseville rocklin chico elk grove davis vegas phoenix denver houston austin york angeles
  francisco diego jose maria rosa san los las el la santa north south east west lake city park hill hills valley
  heights springs beach fort saint port mount rancho grand oak oaks creek falls bay green rock point auburn
  lincoln jackson dallas orlando charlotte madison`.split(/\s+/),
);
/** Words with which a town's name begins and never ends. */
const OPENS_TOWN = /^(?:san|santa|los|las|el|la|saint|port|fort|mount|lake|north|south|east|west)$/;
/** The phrase ends: with the text, a stop, another contact detail, or the next clause. */
const PHRASE_END = /^(?:\s*$|\s*[,.;!?\n()\uE000\uE001]|\s+[\d(])/u;

/**
 * The town that follows a street without a comma, in any case, with the space before it: " folsom" of
 * "123 main st folsom". Empty where other words follow: "123 main st fence", "12 oak st dave".
 */
export function townAfterStreet(text: string, at: number): string {
  const words: string[] = [];
  let end = at;
  while (words.length < WORDS_MAX) {
    const match = WORD.exec(textAfter(text, end));
    const word = foldWord(match?.[1] ?? '');
    if (!match || !continuesTown(word, words)) break;
    words.push(word);
    end += match[0].length;
  }
  const last = words.at(-1);
  if (last === undefined || OPENS_TOWN.test(last)) return '';
  const next = foldWord(WORD.exec(textAfter(text, end))?.[1] ?? '');
  const isClosed =
    PHRASE_END.test(textAfter(text, end)) || isNeverName(next) || FIRST_NAMES.has(next);
  // an unknown word before one of trade may belong to that: "123 main st pavr patio"
  return isClosed || OF_TOWNS.has(words[0] ?? '') ? text.slice(at, end) : '';
}

function continuesTown(word: string, before: string[]): boolean {
  if (OF_TOWNS.has(word)) return true;
  return (
    word.length > 2 &&
    !isCommonWord(word) &&
    (!FIRST_NAMES.has(word) || OPENS_TOWN.test(before.at(-1) ?? ''))
  );
}
