import type { ServiceView } from '../../../calculator/views.ts';
import type { Fit, FitContext } from './fit.types.ts';
import { fitCircle, fitDimensions } from './fit-areas.ts';
import { FitKeeper } from './fit-keeper.ts';
import { fitLengths } from './fit-lengths.ts';
import {
  isDepth,
  isOneSide,
  isOutside,
  isPlainNumber,
  namesInput,
  onlyCandidate,
} from './fit-parts.ts';
import type { Measure, Part } from './measures.ts';
import { isAreaUnit, toDecimalString } from './units.ts';

/** Puts the sizes of one message into a service's inputs, in the inputs' own units. */
export function fitInputs(service: ServiceView, measures: Measure[], context: FitContext): Fit {
  const keeper = new FitKeeper(service, context);
  for (const measure of measures) {
    if (measure.parts.length > 1) fitDimensions(keeper, measure);
  }
  const singles = measures.filter((measure) => measure.parts.length === 1);
  readAsVolume(keeper, singles);
  for (const measure of singles) fitCircle(keeper, measure);
  for (const measure of singles) fitLabelled(keeper, measure);
  fitLengths(keeper, singles);
  for (const measure of singles) fitPlain(keeper, measure);
  for (const measure of singles) fitVolume(keeper, measure);
  keeper.settleSides();
  return keeper.fit();
}

/** Sizes that say what they are: by an area unit, a label, or a unit only one input can have. */
function fitLabelled(keeper: FitKeeper, measure: Measure): void {
  const [part] = measure.parts;
  if (!part || keeper.isUsed(measure)) return;
  const { area, length, depth, height, count } = keeper.kinds;
  const small = part.unit === 'in' || part.unit === 'cm' || part.unit === 'mm';
  if (part.unit === 'cu_yd' && depth) return;
  if (part.unit === 'cu_yd' || part.unit === 'volume' || (part.unit && isAreaUnit(part.unit))) {
    fitAmount(keeper, measure, part);
  } else if (part.role === 'area' && area) keeper.keep(area, part.value, area.unit, measure);
  else if (part.unit === 'lf' && length) keeper.keep(length, part.value, 'ft', measure);
  else if (part.role === 'height' && (height || (small && depth)))
    keeper.keepSize(height ?? depth, part, measure);
  else if (part.role === 'depth' && depth && isDepth(part, depth, isSideOpen(keeper)))
    keeper.keepSize(depth, part, measure);
  else if (part.role !== null && length && part.role !== 'height')
    keeper.keepSize(length, part, measure);
  else if (part.role !== null && area && part.role !== 'height') keeper.side(part, measure);
  else if (small && (depth || (height && !length))) keeper.keepSize(depth ?? height, part, measure);
  else if (count && part.unit === null && namesInput(count, measure.after))
    keeper.keep(count, part.value, null, measure);
}

/** "20 ft deep" can only be a patio's side while the patio's size is not told. */
const isSideOpen = (keeper: FitKeeper): boolean =>
  keeper.kinds.area !== undefined && !keeper.has(keeper.kinds.area);

/** Square feet or cubic yards: for what is priced by area, else a misunderstanding to clear up. */
function fitAmount(keeper: FitKeeper, measure: Measure, part: Part): void {
  const { area, length } = keeper.kinds;
  const wanted = area ?? length;
  if (part.unit && isAreaUnit(part.unit) && area) keeper.keep(area, part.value, part.unit, measure);
  else keeper.use(measure, wanted && { kind: 'mismatch', input: wanted.id });
}

/** "Mulch, 10 yards": what is spread is sold by the cubic yard. */
function readAsVolume({ kinds }: FitKeeper, singles: Measure[]): void {
  const yards = singles.flatMap(({ parts: [part] }) => (part?.unit === 'yd' ? [part] : []));
  const [part, ...others] = yards;
  if (part && part.role === null && others.length === 0 && kinds.area && kinds.depth)
    part.unit = 'cu_yd';
}

const INCHES_IN_CUBIC_YARD = 27 * 12; // over one square foot

/** "10 yards of mulch" cover an area that follows from the depth, told or usual. */
function fitVolume(keeper: FitKeeper, measure: Measure): void {
  const [part] = measure.parts;
  const { area, depth } = keeper.kinds;
  if (part?.unit !== 'cu_yd' || !area || !depth || keeper.has(area)) return;
  const inches = keeper.valueOf(depth) ?? keeper.context.known[depth.id] ?? depth.default;
  if (inches === null || depth.unit !== 'in') return;
  keeper.keep(area, part.value.times(INCHES_IN_CUBIC_YARD).div(inches), 'sq_ft', measure);
}

/** A number without unit and label: the answer to the question, or the one size that is missing. */
function fitPlain(keeper: FitKeeper, measure: Measure): void {
  const { asked, context } = keeper;
  const part = measure.parts[0];
  if (!part || keeper.isUsed(measure) || part.unit !== null || part.role !== null) return;
  if (!isPlainNumber(measure, context.bareCounts)) return;
  if (keeper.sideValues.length === 1 && context.asked?.side === undefined) {
    keeper.side(part, measure);
    return;
  }
  if (asked && asked.kind !== 'choice') {
    if (context.asked?.side !== undefined || isOneSide(part, asked)) keeper.side(part, measure);
    else keeper.keepSize(asked, part, measure);
    return;
  }
  const target = onlyCandidate(keeper.service, context.known);
  if (!target || !context.bareCounts || part.value.lt(10)) return;
  if (target.kind === 'area' && isOneSide(part, target)) {
    keeper.side(part, measure);
    return;
  }
  if (!isOutside(target, toDecimalString(part.value))) keeper.keepSize(target, part, measure);
}
