import Big from 'big.js';
import type { ServiceInputView } from '../../../calculator/views.ts';
import type { Fit } from './fit.types.ts';
import { inUnit, isOutside } from './fit-parts.ts';
import type { Measure } from './measures.ts';
import { isSide, OTHER_AREA } from './pair-sides.ts';
import { isAreal } from './sizes-of-the-job.ts';
import { sideUnit, toDecimalString } from './units.ts';

/** Another area of the job that was named, but not its size: at most one of its sides. */
export interface OtherPart {
  /** In the unit of the area's sides. */
  side?: string;
}

const JOINED = new RegExp(
  String.raw`(?:(?<!\p{L})(?:and|plus|also|with|y|m[aá]s|tambi[eé]n|con)|[+&])\s+(?:(?:also|then|maybe|need|want|add|a|an|the|my|one|another|some|small|little|short|long|new|paver|brick|un|una|el|la|otr[oa])\s+)*${OTHER_AREA}(?!\p{L})`,
  'u',
);
const NAMED = new RegExp(String.raw`(?<!\p{L})${OTHER_AREA}(?!\p{L})`, 'u');
const NEAR = 25; // characters between a side and the area it is of
/** The answer is the size of all of it, and not of the other part. */
const OF_ALL =
  /(?<!\p{L})(?:total|totals|altogether|all together|in all|both|everything|combined|instead|en total|todo|las dos|los dos)(?!\p{L})/u;

/** "Patio 14x20 plus a 4 ft wide walkway", "… plus walkway": what is left open; null where nothing is. */
export function otherPart(
  text: string,
  area: ServiceInputView,
  measures: Measure[],
  known: Record<string, string>,
): OtherPart | null {
  const first = measures.find(isAreal);
  if (!first && (measures.length > 0 || known[area.id] === undefined)) return null;
  const rest = measures.filter((one) => one !== first && one.group === undefined);
  const from = first?.end ?? 0;
  const side = rest.find((one) => one.start > from && isSideOfNamed(text, one, from));
  if (side) return { side: sideOf(side, area) };
  const named = JOINED.exec(text.slice(from));
  const isSized = measures.some((one) => one.start > from);
  return named && !isSized ? {} : null;
}

function isSideOfNamed(text: string, { parts: [part, more], start, end }: Measure, from: number) {
  if (!part || more || !isSide(part)) return false;
  const around = text.slice(Math.max(from, start - NEAR), end + NEAR);
  return NAMED.test(around) && (part.unit !== null || part.role !== null);
}

function sideOf({ parts: [part] }: Measure, area: ServiceInputView): string {
  const value = part && inUnit(part, sideUnit(area.unit));
  return toDecimalString(value ?? Big(0));
}

/** Adds the size that was asked for as another part to what is known, unless it is said to be all of it. */
export function addOtherPart(
  text: string,
  fit: Fit,
  input: ServiceInputView,
  known: string | undefined,
): void {
  const told = fit.inputs[input.id];
  if (told === undefined || known === undefined || OF_ALL.test(text)) return;
  const value = toDecimalString(Big(known).plus(told));
  if (!isOutside(input, value)) fit.inputs[input.id] = value;
  else {
    delete fit.inputs[input.id];
    fit.issues.push({ kind: 'range', input: input.id, value });
  }
}
