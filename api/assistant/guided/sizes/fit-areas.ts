import type Big from 'big.js';
import type { FitKeeper } from './fit-keeper.ts';
import { fitRun } from './fit-lengths.ts';
import { areaOf, inUnit, lengthUnit, planParts } from './fit-parts.ts';
import type { Measure, Part } from './measures.ts';

/** "20x25": an area, or a fence's length and height. */
export function fitDimensions(keeper: FitKeeper, measure: Measure): void {
  const { area, length, depth, height } = keeper.kinds;
  const [a, b, third] = planParts(measure.parts, keeper.kinds);
  if (!a || !b) return;
  const extra = depth ?? height;
  if (third && extra) keeper.keep(extra, third.value, lengthUnit(third, extra));
  if (area) {
    const side = sideSaid(measure.parts) ?? keeper.sideOf(area);
    const [x, y] = [inUnit(a, side), inUnit(b, side)];
    if (x && y) keeper.keep(area, x.times(y), areaOf(side), measure);
  } else if (length) fitRun(keeper, measure, a, b, length);
}

function sideSaid(parts: Part[]): 'ft' | 'm' | 'yd' | null {
  const unit = parts.find((part) => part.unit !== null)?.unit;
  if (!unit) return null;
  return unit === 'm' || unit === 'cm' || unit === 'mm' ? 'm' : unit === 'yd' ? 'yd' : 'ft';
}

const QUARTER_PI = '0.785398163';

/** "16 ft diameter": the area of a circle. */
export function fitCircle(keeper: FitKeeper, measure: Measure): void {
  const [part] = measure.parts;
  const { area } = keeper.kinds;
  if (!part || !area || (part.role !== 'diameter' && part.role !== 'radius')) return;
  const side = keeper.sideOf(area);
  const across: Big | null = inUnit(part, side)?.times(part.role === 'radius' ? 2 : 1) ?? null;
  if (across) keeper.keep(area, across.times(across).times(QUARTER_PI), areaOf(side), measure);
}
