import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import { textBefore } from '../../platform/nearby-text.ts';
import { findPhrase, type Phrase, phraseWords, type Word, wordsOf } from './match-phrases.ts';
import { wantedWork } from './wanted-work.ts';

/** A place in the text where services are named; several ids where the words fit each alike. */
export interface Mention {
  services: string[];
  start: number;
  end: number;
}

/** Words that many services share: on their own they name none. */
const GENERIC =
  /^(?:wood|wooden|new|custom|install|installation|installing|service|repair|replacement|delivery|material|natural|garden|yard|outdoor|backyard|landscape|landscaping|home|house|job|project|work|instalacion|madera|nuevo|nueva|servicio)$/;
const LOCATION =
  /(?:around|near|next to|behind|beside|besides|along|by|against|over|under|across from|in front of|alongside|off|alrededor de|cercar|bardear|junto a|cerca de|detr[aá]s de)\s+(?:(?:my|the|our|an?|mi|la|el|existing|old|back|front)\s+){0,2}$/i;
const REFUSED =
  /(?:\bnot|\bno|\binstead of|\bwithout|\bforget(?: about)?|\bskip|\bnever ?mind|\bnvm|\bcancel|\bscrap|\bdrop|\bolvid[ae]|\bsin|n't (?:need|want))\s+(?:(?:the|a|my|any|la|el|un|una)\s+)?$/i;

const CANDIDATES_MAX = 400; // of one message, its first ones: each is compared with each that is chosen
const MENTIONS_MAX = 30;

interface Candidate extends Mention {
  weight: number;
}

/** Services named in `text` by name, synonym or typing error, in text order. */
export function findServices(text: string, services: ServiceView[]): Mention[] {
  const heard = wantedWork(text, wordsOf(text));
  const candidates: Candidate[] = [];
  for (const service of services) {
    for (const phrase of phrasesOf(service)) {
      for (let from = 0; from < heard.length; from += 1) {
        const to = findPhrase(heard, from, phrase.words);
        const [first, last] = [heard[from], to === null ? undefined : heard[to]];
        if (!first || !last) continue;
        candidates.push({
          services: [service.id],
          start: first.start,
          end: last.end,
          weight: phrase.weight,
        });
      }
    }
  }
  const mentions = settle(candidates);
  const kept = mentions.filter((mention) => !REFUSED.test(textBefore(text, mention.start)));
  const jobs = kept.filter((mention) => !LOCATION.test(textBefore(text, mention.start)));
  return jobs.length > 0 ? jobs : kept;
}

const phrasesKept = new WeakMap<ServiceView, Phrase[]>();

function phrasesOf(service: ServiceView): Phrase[] {
  let phrases = phrasesKept.get(service);
  if (!phrases) {
    phrases = phrasesNaming(service);
    phrasesKept.set(service, phrases);
  }
  return phrases;
}

function phrasesNaming(service: ServiceView): Phrase[] {
  const names = [service.name, service.id].map(phraseWords);
  const whole = [...names, ...service.synonyms.map(phraseWords)]
    .filter((words) => words.length > 1 || (words[0] && !GENERIC.test(words[0])))
    .map((words) => ({ words, weight: 10 * words.length }));
  // of its own name a part will do, the last word before the others; a synonym counts as a whole
  const parts = names.flatMap((words) =>
    words.map((word, index) => ({ words: [word], weight: index === words.length - 1 ? 8 : 4 })),
  );
  return [
    ...whole,
    ...parts.filter(({ words: [word = ''] }) => word.length > 2 && !GENERIC.test(word)),
  ];
}

/** The heaviest reading of each place; equal ones of different services stand together. */
function settle(candidates: Candidate[]): Mention[] {
  const first = candidates.sort((a, b) => a.start - b.start).slice(0, CANDIDATES_MAX);
  const sorted = first.sort((a, b) => b.weight - a.weight || a.start - b.start);
  const chosen: Candidate[] = [];
  for (const next of sorted) {
    const overlapping = chosen.find((other) => next.start < other.end && other.start < next.end);
    if (!overlapping) chosen.push({ ...next, services: [...next.services] });
    else if (overlapping.weight === next.weight && overlapping.start === next.start) {
      const [id = ''] = next.services;
      if (!overlapping.services.includes(id)) overlapping.services.push(id);
    }
  }
  const best = Math.max(...chosen.map((mention) => mention.weight), 0);
  return chosen
    .filter((mention) => mention.weight >= 8 || best < 8)
    .sort((a, b) => a.start - b.start)
    .slice(0, MENTIONS_MAX)
    .map(({ services, start, end }) => ({ services, start, end }));
}

/** Words of praise: they name an option only beside what is chosen ("the better one"). */
const PRAISE = /^(?:better|best|nicer?|nicest|good|great|fine|cheap|cheaper|cheapest|perfect)$/;
const CHOSEN =
  /^(?:ones?|options?|kinds?|types?|versions?|quality|materials?|stuff|pavers?|stones?|wood)$/;

const DETAIL = /^(?:edg(?:e|es|ing)|borders?|posts?|trim|caps?|bands?|accents?)$/;

/** "Not redwood", "premium edging": no word about the job itself. */
const isOfOther = (text: string, heard: Word[], from: number, to: number): boolean =>
  REFUSED.test(textBefore(text, heard[from]?.start ?? 0)) || DETAIL.test(heard[to + 1]?.text ?? '');

/** The options of a choice that the text names; the longest wording wins. */
export function findOption(text: string, input: ServiceInputView, isAsked = false): string | null {
  const heard = wordsOf(text);
  const isPraise = (phrase: string[], from: number) =>
    !isAsked &&
    phrase.length === 1 &&
    PRAISE.test(heard[from]?.text ?? '') &&
    !CHOSEN.test(heard[from + 1]?.text ?? '');
  let best: { id: string; weight: number } | null = null;
  for (const option of input.options) {
    for (const phrase of [option.label, option.id, ...option.synonyms].map(phraseWords)) {
      const weight = phrase.join('').length;
      if (phrase.length === 0 || (best && best.weight >= weight)) continue;
      const isNamed = (from: number) => {
        const to = findPhrase(heard, from, phrase);
        return to !== null && !isPraise(phrase, from) && !isOfOther(text, heard, from, to);
      };
      if (heard.some((_, from) => isNamed(from))) {
        best = { id: option.id, weight };
      }
    }
  }
  return best?.id ?? null;
}
