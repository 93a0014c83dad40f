import { foldWord, isCommonWord, isNeverName } from '../../customers/capture/common-words.ts';

const ASKS =
  /(?<!\p{L})(?:do|does|can|could|will|would|are|r|is|what about|how about|hacen|trabajan|atienden|pueden|vienen|llegan|instalan|ponen|cubren)(?!\p{L})/u;
const BEFORE_PLACE =
  /(?<!\p{L})(?:in|near|around|as far as|(?:out|come|go|travel|drive|deliver)(?: \p{L}+){0,2} to|serve|service|cover|en|hasta|(?:vienen|llegan|van) a|cubren|atienden)\s+/gu;
/** "Is Davis in your area", "is Lodi too far". */
const PLACE_FIRST =
  /^\W*(?:is|what about|how about)\s{1,9}(.{3,40}?)\s{1,9}(?:(?:in|within|part of)\s+(?:your|the|ur)\s+(?:\p{L}+\s+)?(?:area|range|zone)|covered|too far)/u;
const PLACE_WORD = /^(\p{L}[\p{L}'.-]*)\s*/u;
/** The visitor tells where they live; only a wish to be visited asks about it. */
const LIVES =
  /(?<!\p{L})(?:i'?m|i am|we'?re|we are|i live|we live|house is|property is|estoy|vivo|vivimos)\s+(?:in|near|around|at|en)\s/u;
const COME =
  /(?<!\p{L})(?:come|travel|go|serve|service|cover|work|drive|deliver|vienen|llegan|cubren|atienden|trabajan)(?!\p{L})/u;
const NO_PLACE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer|winter|spring|fall|advance|business|stock|cash|total|full|half|spanish|english|espa[nñ]ol|ingl[eé]s|rain|general|color|colou?rs?|bulk|trees?|pool|corner|install\p{L}*|weekends?|evenings?|mornings?|dirt|grass|lawn|panels?|sections?|stages|phases|monthly|payments?|network|writing|person|touch|charge)$/u;
/** Everyday words to the capture of names, as these would be names otherwise. */
const TOWN =
  /^(?:sacramento|folsom|roseville|rocklin|chico|elk|davis|vegas|phoenix|denver|houston|austin|york|angeles|francisco|diego|san|los|las|el|santa|north|south|east|west)$/u;
const STATE = /^(?:ca|california|calif)$/u;
const WORDS_MAX = 3;

/** The place that a question asks about, as written: "folsom" of "do you do pavers in folsom?". */
export function askedPlace(plain: string): string | null {
  const first = PLACE_FIRST.exec(plain)?.[1];
  if (first) return placeAt(first, 0);
  if (!(ASKS.test(plain) || /\?\s*$/.test(plain)) || (LIVES.test(plain) && !COME.test(plain)))
    return null;
  for (const cue of plain.matchAll(BEFORE_PLACE)) {
    const place = placeAt(plain, cue.index + cue[0].length);
    if (place) return place;
  }
  return null;
}

function placeAt(text: string, from: number): string | null {
  const words: string[] = [];
  let at = from;
  while (words.length < WORDS_MAX) {
    const match = PLACE_WORD.exec(text.slice(at));
    const word = match?.[1] ?? '';
    if (!match || STATE.test(word) || isEnd(word, words.length) || NO_PLACE.test(word)) break;
    // "the bay area", "in color": of everyday words none opens a place's name
    if (words.length === 0 && !opensPlace(word)) break;
    words.push(word);
    at += match[0].length;
    if (!/\s$/.test(match[0])) break;
  }
  return words.length > 0 ? words.join(' ') : null;
}

/** "San Jose", "El Dorado Hills", but not "the patio" or "folsom el lunes". */
const isEnd = (word: string, count: number): boolean =>
  isNeverName(word) && !(count === 0 && TOWN.test(word));

const opensPlace = (word: string): boolean =>
  TOWN.test(word) || (word.length > 2 && !isCommonWord(word));

/** Whether the company's own words about its area name the place. */
export function isServed(place: string, areaServed: string): boolean {
  const words = (text: string) =>
    ` ${foldWord(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(areaServed).includes(words(place));
}

/** A place's name as it is written: "elk grove" → "Elk Grove". */
export const placeName = (place: string): string =>
  place.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
