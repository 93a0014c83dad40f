import Big from 'big.js';
import type { ServiceInputView } from '../../calculator/views.ts';
import type { Measure, Part } from './measures.ts';
import { convert } from './units.ts';

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
