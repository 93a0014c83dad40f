import Big from 'big.js';
import type { ServiceInputView } from '../../../calculator/views.ts';
import type { FitKeeper } from './fit-keeper.ts';
import { FENCE_HIGHEST_FT, feet, inUnit, isLength, isLow, lengthTarget } from './fit-parts.ts';
import type { Measure, Part } from './measures.ts';
import { convert, toDecimalString } from './units.ts';

/** "100x6" of fence is its length and height; "50x30" the sides of a yard, all the way round. */
export function fitRun(
  keeper: FitKeeper,
  measure: Measure,
  a: Part,
  b: Part,
  length: ServiceInputView,
): void {
  const { height } = keeper.kinds;
  const unit = lengthTarget(length);
  const [x, y] = [inUnit(a, unit), inUnit(b, unit)];
  if (!x || !y) return;
  const swap =
    a.role === 'height' || b.role === 'length' || (a.role === null && b.role === null && x.lt(y));
  const [long, short] = swap ? [y, x] : [x, y];
  const isHeight =
    height && (a.role === 'height' || b.role === 'height' || short.lte(FENCE_HIGHEST_FT));
  if (height && isHeight) {
    keeper.keep(length, long, unit, measure);
    keeper.keep(height, short, unit, measure);
    return;
  }
  keeper.use(measure, {
    kind: 'all_round',
    input: length.id,
    value: toDecimalString(convert(long.plus(short).times(2), unit, length.unit ?? unit) ?? long),
    sides: [toDecimalString(x), toDecimalString(y)],
  });
}

/** Lengths without a label: the asked input, else the larger is the length and a low one the height. */
export function fitLengths(keeper: FitKeeper, measures: Measure[]): void {
  const { length } = keeper.kinds;
  if (length) sumSides(keeper, measures, length);
  const open = measures.filter((measure) => !keeper.isUsed(measure) && isLength(measure));
  const bySize = [...open].sort((a, b) => feet(b).cmp(feet(a)));
  for (const [index, measure] of bySize.entries()) {
    const part = measure.parts[0];
    if (part) fitLength(keeper, measure, part, index > 0, bySize.length === 1);
  }
}

function fitLength(
  keeper: FitKeeper,
  measure: Measure,
  part: Part,
  isShorter: boolean,
  isAlone: boolean,
): void {
  const { asked, kinds } = keeper;
  const { length, height, area } = kinds;
  const answers = asked && asked.kind !== 'area' && asked.unit && isAlone;
  // asked how long the fence is, "6 ft fence" still tells its height
  const tellsHeight = asked?.kind === 'length' && height && isLow(part, height) && measure.after;
  if (answers && !tellsHeight) keeper.keepSize(asked, part, measure);
  else if (!length && area) keeper.side(part, measure);
  else if (height && isLow(part, height) && (isShorter || !/^(?:of|de)$/.test(measure.after)))
    keeper.keepSize(height, part, measure);
  else if (length) keeper.keepSize(length, part, measure);
  else keeper.keepSize(height ?? kinds.depth, part, measure);
}

/** "40 ft and 30 ft and 40 ft", "back 80 ft, both sides 40": the sides of one fence. */
function sumSides(keeper: FitKeeper, measures: Measure[], length: ServiceInputView): void {
  const { height } = keeper.kinds;
  const sides = measures.filter((one) => one.group !== undefined && !keeper.isUsed(one));
  const isLowOne = ({ parts: [part] }: Measure) => part && height && isLow(part, height);
  if (sides.some(isLowOne)) return;
  for (const side of sides) keeper.keep(length, side.parts[0]?.value ?? Big(0), unitOf(side), side);
}

const unitOf = ({ parts: [part] }: Measure): string =>
  (part?.unit === 'lf' ? 'ft' : part?.unit) ?? 'ft';
