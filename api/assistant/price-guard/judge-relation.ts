import { clauseAround, says, sentenceBefore, sentenceBehind } from './clause.ts';
import type { Numeral } from './numeral.ts';
import { relationAt } from './price-relation.ts';
import type { Reader } from './reader.ts';
import { ACCEPTANCE_RELATIONS, PRICE_RELATIONS } from './relation-patterns.ts';
import { clauseBefore, isDenied } from './stance.ts';
import { has, type Token } from './token.ts';
import { hold, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

const HIDDEN = /^(?:hidden|surprise|ocultos?)$/; // "no hidden fees" says nothing of a price
const MEASURES = MEANS.unit | MEANS.size | MEANS.thing;

/** A price that is told by its relation to another one, or as nothing; null if none begins here. */
export function judgeRelation(reader: Reader, start: number): Verdict | null {
  if (!PRICE_RELATIONS.has(reader.at(start).text)) return null;
  if (isDenied(reader, start)) return null;
  const relation = relationAt(reader, start, PRICE_RELATIONS);
  if (!relation) return null;
  const { end, isAction } = relation;
  if (reader.tokens.slice(start, end).some(({ text }) => HIDDEN.test(text))) return null;
  if (!isAction && isOfSize(reader, start, end)) return null;
  return {
    end,
    held: { what: isAction ? 'action' : 'terms', isRange: false, describes: false },
  };
}

const CONDITION = /^(?:if|unless|until|once|whether|si|hasta)$/;

/** "We can do that", "that's what we charge", of the amount that the visitor has just named. */
export function judgeAcceptance(reader: Reader, start: number): Verdict | null {
  const relation = relationAt(reader, start, ACCEPTANCE_RELATIONS);
  if (!relation || isDenied(reader, start)) return null;
  const isOpen =
    clauseBefore(reader, start).some(({ text }) => CONDITION.test(text)) ||
    sentenceBehind(reader, relation.end).some(({ raw }) => raw === '?');
  return isOpen ? null : hold(relation.end, 'terms');
}

/** "Half of the total area", "twice as much mulch for 400 sq ft": no price. */
function isOfSize(reader: Reader, start: number, end: number): boolean {
  if (says(reader.tokens.slice(start, end), MEANS.price)) return false;
  const next = reader.at(reader.next(end));
  if (isMeasure(next)) return true;
  const { left, right } = clauseAround(reader, start, end);
  const around = [...left, ...right];
  return (
    around.some((token) => isMeasure(token) && !has(token, MEANS.thing)) &&
    !says(around, MEANS.price | MEANS.money | MEANS.terms)
  );
}

const isMeasure = (token: Token) =>
  has(token, MEASURES) && !has(token, MEANS.function | MEANS.ambiguous);

const PLACES =
  /^(?:figures?|digits?|zeros?|zeroes|noughts?|ceros?|cifras|digitos|stellig|chiffres|cifre)$/;
const OF_NUMBERS =
  /^(?:last|first|phone|licen[sc]e|code|zip|area|number|pin|card|ultimos|primeros|quote|dash|hyphen|letter|letters|reference|order|account|guion|letra|licencia|codigo)$/;

/**
 * "a five-figure sum", "three and change", "1.5 times your quote", "one half of the bill": what follows or
 * ends a numeral makes it a price without saying how much. Null if it does not.
 */
export function relatedBehind(reader: Reader, { start, end, inWords }: Numeral): Verdict | null {
  let at = reader.next(end);
  if (reader.at(at).kind === 'dash') at = reader.next(at + 1);
  const next = reader.at(at);
  if (next.kind !== 'word') return null;
  if (PLACES.test(next.text))
    return [...sentenceBefore(reader, start), ...sentenceBehind(reader, at).slice(0, 4)].some(
      ({ text }) => OF_NUMBERS.test(text),
    )
      ? null
      : hold(at + 1, 'terms');
  const second = reader.at(reader.next(at + 1)).text;
  if (next.text === 'and' && (second === 'change' || second === 'some'))
    return hold(reader.next(at + 1) + 1, 'amount');
  if (next.text === 'y' && second === 'pico') return hold(reader.next(at + 1) + 1, 'amount');
  if (/^(?:times|veces)$/.test(next.text))
    return reader.at(reader.next(at + 1)).kind === 'sign'
      ? hold(at + 1, 'amount')
      : judgeRelation(reader, at);
  return inWords ? judgeRelation(reader, end - 1) : null;
}
