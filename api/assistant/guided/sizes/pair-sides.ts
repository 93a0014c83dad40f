import type { Measure, Part } from './measures.ts';
import { isLengthUnit } from './units.ts';

/** Other areas of one job that are named beside its first. */
export const OTHER_AREA =
  '(?:side ?)?(?:walkways?|walks?|paths?|pathways?|sidewalks?|driveways?|landings?|pads?|strips?|beds?|sections?|areas?|caminos?|senderos?|andador(?:es)?|entradas?|[aá]reas?|jardineras?)';
/** What may stand between the two sides of one area: "4 ft wide walkway, about 30 ft long". */
const WITHIN = new RegExp(
  String.raw`^(?:[\s,'-]|(?:wide|long|across|and|by|about|around|roughly|approx|is|it's|its|that|that's|thats|which|a|paver|gravel|brick|ancho|largo|larga|de|por|y|unos|${OTHER_AREA})(?!\p{L}))*$`,
  'u',
);
const NAMES_AREA = new RegExp(String.raw`(?<!\p{L})${OTHER_AREA}(?!\p{L})`, 'u');
const JOINS = /(?<!\p{L})(?:and|plus|y|m[aá]s)(?!\p{L})|[+&]/u;

/** Measures in which a width and a length that were told apart stand as one area's two sides. */
export function pairSides(text: string, measures: Measure[]): Measure[] {
  const paired: Measure[] = [];
  for (const measure of measures) {
    const first = paired.at(-1);
    const sides = first && sidesOf(first, measure, text.slice(first.end, measure.start));
    if (first && sides) paired[paired.length - 1] = { ...first, parts: sides, end: measure.end };
    else paired.push(measure);
  }
  return paired;
}

function sidesOf(first: Measure, second: Measure, gap: string): Part[] | null {
  const [[a, moreOfA], [b, moreOfB]] = [first.parts, second.parts];
  if (!a || !b || moreOfA || moreOfB || !isSide(a) || !isSide(b) || !WITHIN.test(gap)) return null;
  if (a.role === b.role || first.low || second.low) return null;
  // a side without its word belongs to the area that is named between the two
  const isTold = a.role !== null && b.role !== null;
  const isOfNamed = a.unit !== null && NAMES_AREA.test(gap) && !JOINS.test(gap);
  return isTold || isOfNamed ? [a, b] : null;
}

/** Told as a width or a length, or not told as anything. */
export const isSide = ({ role, unit }: Part): boolean =>
  (role === null || role === 'width' || role === 'length') &&
  (unit === null || unit === 'lf' || isLengthUnit(unit));
