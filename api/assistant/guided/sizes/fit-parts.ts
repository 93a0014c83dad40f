import Big from 'big.js';
import type { ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { Kinds } from './fit.types.ts';
import type { Measure, Part } from './measures.ts';
import { convert, isLengthUnit, toDecimalString } from './units.ts';

export const areaOf = (side: string): string =>
  side === 'm' ? 'sq_m' : side === 'yd' ? 'sq_yd' : 'sq_ft';

export const lengthTarget = (input: ServiceInputView): string => (input.unit === 'm' ? 'm' : 'ft');

/** A part's unit, or the input's own where none was said. */
export const lengthUnit = (part: Part, input: ServiceInputView): string | null =>
  part.unit ?? input.unit;

export const inUnit = (part: Part, unit: string): Big | null =>
  part.unit === null ? part.value : convert(part.value, part.unit, unit);

export const feet = (measure: Measure): Big => {
  const part = measure.parts[0];
  return (part && inUnit(part, 'ft')) ?? Big(0);
};

export const namesInput = (input: ServiceInputView, word: string): boolean =>
  word.length > 2 && `${input.label} ${input.id}`.toLowerCase().includes(word.replace(/s$/, ''));

/** True for a value outside the input's own limits, both inclusive. */
export function isOutside(input: ServiceInputView, value: string): boolean {
  const number = Big(value);
  return (
    (input.min !== null && number.lt(input.min)) || (input.max !== null && number.gt(input.max))
  );
}

/** A part that is told to be thick belongs last, wherever it was said. */
export function planParts(parts: Part[], kinds: Kinds): Part[] {
  if (!kinds.area) return parts;
  const isThick = (part: Part) => part.role === 'depth' && kinds.depth && parts.length > 2;
  return [...parts.filter((part) => !isThick(part)), ...parts.filter(isThick)];
}

/** "20 ft deep" is a patio's other side; "4 in deep" and what fits the limits is a depth. */
export function isDepth(part: Part, depth: ServiceInputView, hasArea: boolean): boolean {
  if (part.unit === null || part.unit === 'in' || !hasArea) return true;
  const value = convert(part.value, part.unit, depth.unit ?? 'in');
  return value?.lte(depth.max ?? value) ?? false;
}

/** Low enough to be a fence's height. */
export function isLow(part: Part, height: ServiceInputView): boolean {
  const value = part.unit === null ? null : convert(part.value, part.unit, height.unit ?? 'ft');
  return value?.lte(height.max ?? '10') ?? false;
}

/** The one required size that is still missing (or, with all known, the only one there is). */
export function onlyCandidate(
  service: ServiceView,
  known: Record<string, string>,
): ServiceInputView | null {
  const numeric = service.inputs.filter((input) => input.required && input.kind !== 'choice');
  const missing = numeric.filter((input) => known[input.id] === undefined);
  const [only, ...more] = missing.length > 0 ? missing : numeric;
  return only && more.length === 0 ? only : null;
}

const FOLLOWS_PLAIN_NUMBER =
  /^(?:|ish|total|max|or|maybe|approx|approximately|roughly|please|pls|i|for|more|give|altogether|aprox|m[aá]s|high|tall|long|wide|deep|thick|alto|largo|ancho|would|should|it|that|thanks|think|now|instead)$/;
const BEFORE_OTHER_NUMBER =
  /^(?:in|at|since|zip|apt|unit|until|before|after|on|age|year|page|from|call)$/;

/** What a number counts instead of measuring. */
const COUNTED =
  /^(?:bags?|pallets?|loads?|scoops?|tons?|trucks?|pieces?|panels?|posts?|pickets?|boards?|sections?|stories|people|guests?|persons?|dogs?|cats?|kids?|children|cars?|times|messages?|days?|weeks?|months?|years?|hours?|minutes?|mins?|am|pm|percent|bolsas?|personas?|perros?|d[ií]as?|semanas?|meses|a[nñ]os?)$/;

/** A number without a unit that can be a size: not "2 dogs", not "in 2024". */
export const isPlainNumber = (measure: Measure, bareCounts: boolean): boolean =>
  (bareCounts || FOLLOWS_PLAIN_NUMBER.test(measure.after)) &&
  !COUNTED.test(measure.after) &&
  !BEFORE_OTHER_NUMBER.test(measure.before);

/** A size may be limited to certain values, which then stand in its options by id. */
export const isNoOption = (input: ServiceInputView, value: string): boolean =>
  input.options.length > 0 && !input.options.some(({ id }) => isDecimal(id) && Big(id).eq(value));

const OPTION_TOLERANCE = '0.03'; // 1.8 m is how a 6 ft fence is told in metres

/** A size told in another unit counts as the option that it comes close to. */
export function nearOption(input: ServiceInputView, value: Big): Big {
  const near = input.options.find(
    ({ id }) => isDecimal(id) && Big(id).minus(value).abs().lte(Big(id).times(OPTION_TOLERANCE)),
  );
  return near ? Big(near.id) : value;
}

const isDecimal = (text: string): boolean => /^\d+(?:\.\d+)?$/.test(text);

/** A side longer than this is the side of a yard, not a height. */
export const FENCE_HIGHEST_FT = '12';

/** In square feet: a smaller number alone answers "how big?" with one side. */
const SMALLEST_BARE_AREA = '36';

export const isOneSide = (part: Part, asked: ServiceInputView): boolean =>
  asked.unit === 'sq_ft' && part.value.lt(SMALLEST_BARE_AREA);

/** A length with its unit, that does not say itself that it runs along something. */
export function isLength(measure: Measure): boolean {
  const unit = measure.parts[0]?.unit;
  return !!unit && unit !== 'lf' && isLengthUnit(unit);
}

/** The smaller end of a range, in the input's unit. */
export const lowEnd = (low: Big, unit: string | null, target: string): string =>
  toDecimalString(convert(low, unit ?? target, target) ?? low);
