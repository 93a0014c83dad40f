import Big from 'big.js';
import { textAfter, textBefore } from '../../../platform/nearby-text.ts';
import type { Measure } from './measures.ts';
import { convert, isAreaUnit, isLengthUnit } from './units.ts';

/** What a fence or a patio is made of, or holds: its size is not the job's. */
const PART =
  /^(?:panels?|posts?|sections?|pickets?|boards?|rails?|planks?|gates?|doors?|trees?|tablas?|postes?|puertas?)$/;
const PLACE =
  '(?:back|front|side)? ?(?:yard|lot|property|parcel|land|plot|garden)|jard[ií]n|terreno';
const HOUSE = 'house|home|garage|casa';
const AT_PLACE = new RegExp(String.raw`^\s*(?:${PLACE}|${HOUSE})(?!\p{L})`, 'u');
const OF_PLACE = new RegExp(
  String.raw`(?<!\p{L})(?:${PLACE}|${HOUSE})\s+(?:(?:is|that's|thats|which|measures|it's|its|of|about|around|approximately|roughly|only|like|es|de|mide)\s+)*$`,
  'u',
);
const OF_HOUSE = new RegExp(
  String.raw`(?<!\p{L})(?:${HOUSE})\s+(?:(?:is|that's|of|about|around)\s+)*$`,
  'u',
);
const PART_OF_PLACE =
  /(?<!\p{L})(?:corner|part|half|portion|third|esquina|parte|mitad)\s+(?:of|de|the|my|our|del)(?!\p{L})/u;
const COMES_OUT =
  /(?<!\p{L})(?:remov\p{L}*|tear(?:ing)?|demo\p{L}*|rip(?:ping)?|old|existing|current|viej[oa]|quitar)(?!\p{L})[^,.;\d]{0,25}$/u;
const DISTANCE = /^\s*(?:from|away|apart|off|behind|back from|de distancia)(?!\p{L})/u;
/** "Posts every 8 ft", "6 ft on center". */
const EVERY = /(?<!\p{L})(?:every|cada|spaced(?: at)?|spacing of)\s+(?:about )?$/u;
const EVERY_AFTER = /^(?:oc|spacing|centers?)$/u;
const PART_LONGEST_FT = 16;
const GATE_WIDEST_FT = 12;
const BRICK_LARGEST_IN = 24;

/**
 * The sizes in `text` that can be the job's: not a panel's, a gate's or a paver's, and not the yard's
 * or the old slab's where the job's own size is told too.
 */
export function sizesOfTheJob(text: string, measures: Measure[]): Measure[] {
  const kept = measures.filter((one) => !isPart(text, one) && !isBrick(one));
  const own = kept.filter((one) => !isElsewhere(text, one));
  return kept.filter((one) => {
    if (own.includes(one)) return true;
    if (isAreal(one) && (OF_HOUSE.test(before(text, one)) || isPartOfPlace(text, one)))
      return false;
    return !own.some((other) => isAreal(other) === isAreal(one) && isSized(other));
  });
}

/** Two sides, or an amount of area: what can be a yard's or a patio's size. */
export const isAreal = ({ parts: [part, second] }: Measure): boolean =>
  second !== undefined || part?.role === 'area' || isAreaUnit(part?.unit ?? '');

const isSized = ({ parts: [part, second] }: Measure): boolean =>
  second !== undefined || part?.unit != null;

const before = (text: string, { start }: Measure): string => textBefore(text, start);

function isPart(text: string, measure: Measure): boolean {
  const [part] = measure.parts;
  if (!part || isAreaUnit(part.unit ?? '') || !isSized(measure)) return false;
  const thing =
    /^[\s'"-]*(?:(?:wide|long|high|tall|thick|ft|feet|foot|inch)[\s-]+)*(\p{L}+)/u.exec(
      textAfter(text, measure.end),
    )?.[1] ?? '';
  const feet = isLengthUnit(part.unit ?? '') ? convert(part.value, part.unit ?? '', 'ft') : null;
  const isShort = measure.parts.length > 1 || (feet?.lte(PART_LONGEST_FT) ?? false);
  if (isShort && (EVERY.test(before(text, measure)) || EVERY_AFTER.test(thing))) return true;
  if (
    isShort &&
    PART.test(thing) &&
    !/\d\s*$/.test(text.slice(measure.end, text.indexOf(thing, measure.end)))
  )
    return true;
  return (
    PART.test(measure.before) && part.role !== 'height' && (feet?.lte(GATE_WIDEST_FT) ?? false)
  );
}

/** "6x9 inch" is a paver. */
const isBrick = ({ parts }: Measure): boolean =>
  parts.length === 2 &&
  parts.some(({ unit }) => unit === 'in') &&
  parts.every(({ unit, value }) => unit !== 'ft' && Big(value).lte(BRICK_LARGEST_IN));

function isElsewhere(text: string, measure: Measure): boolean {
  const [lead, tail] = [before(text, measure), textAfter(text, measure.end)];
  return (
    isPlace(text, measure) || COMES_OUT.test(lead) || (!isAreal(measure) && DISTANCE.test(tail))
  );
}

function isPlace(text: string, measure: Measure): boolean {
  // the yard of "20x40 yard" was read as a unit
  const isYard =
    measure.parts.length > 1 && before(text, { ...measure, start: measure.end }).endsWith('yard');
  return (
    isYard || OF_PLACE.test(before(text, measure)) || AT_PLACE.test(textAfter(text, measure.end))
  );
}

const isPartOfPlace = (text: string, measure: Measure): boolean =>
  isPlace(text, measure) && PART_OF_PLACE.test(text);
