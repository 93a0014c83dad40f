import { fold } from './fold.ts';
import type { Phrases } from './lexicon.ts';
import type { Reader } from './reader.ts';
import { isDenied } from './stance.ts';
import { has } from './token.ts';
import { FREE_AFTER, FREE_BEFORE } from './vocabulary/free-phrases.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** Where a phrase that begins here ends; null if none does, or if it is meant otherwise. */
export function phraseAt(reader: Reader, start: number, phrases: Phrases): number | null {
  const token = reader.at(start);
  for (const rest of phrases.get(token.text) ?? []) {
    const end = endOf(reader, start, rest);
    if (end !== null)
      return isDenied(reader, start) || isMeantOtherwise(reader, start, end) ? null : end;
  }
  return null;
}

function endOf(reader: Reader, start: number, rest: readonly string[]): number | null {
  let end = start + 1;
  for (const word of rest) {
    const at = reader.next(end);
    const { kind, text } = reader.at(at);
    if (kind !== 'word' || (word !== '*' && text !== word)) return null;
    end = at + 1;
  }
  return end;
}

const BEFORE = new Set(FREE_BEFORE.split(' ').map(fold));
const AFTER = new Set(FREE_AFTER.split(' ').map(fold));

/** "feel free", "weed-free", "free to ask", "not free". */
function isMeantOtherwise(reader: Reader, start: number, end: number): boolean {
  const { text } = reader.at(start);
  let at = reader.back(start);
  if (reader.at(at).kind === 'dash') return true;
  for (let words = 0; words < 3 && at >= 0; words++, at = reader.back(at)) {
    if (has(reader.at(at), MEANS.negation) && words < 2) return true;
    if (reader.at(at).kind !== 'word') break;
  }
  const next = reader.at(reader.next(end));
  if (text === 'for') return /^(?:more|less|but|else)$/.test(next.text);
  if (text === 'on') return next.kind === 'word' && !has(next, MEANS.function | MEANS.discount);
  if ((text !== 'free' && text !== 'libre') || end !== start + 1) return false;
  const before = reader.at(reader.back(start));
  if (isPersonFree(reader, start) || has(before, MEANS.weekday)) return true;
  if (BEFORE.has(before.text.split("'")[0] ?? '')) return true;
  return (next.kind === 'word' && AFTER.has(next.text)) || next.kind === 'dash';
}

const PERSONS =
  /^(?:i|i'm|you|you're|we|we're|they|they're|who|anyone|anybody|hands|someone|somebody|crew|crews|team|technician|person|estimator|colleague|staff|usted|alguien|equipo)$/;
const COPULA = /^(?:am|are|is|be|was|were|will|would|might|may|gets?|become|esta|estan)$/;

/** "if a crew is free tomorrow", "when are you free?" */
function isPersonFree(reader: Reader, start: number): boolean {
  let at = reader.back(start);
  for (let verbs = 0; verbs < 2 && COPULA.test(reader.at(at).text); verbs++) at = reader.back(at);
  return PERSONS.test(reader.at(at).text);
}
