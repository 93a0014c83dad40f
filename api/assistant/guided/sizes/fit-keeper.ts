import Big from 'big.js';
import type { ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { Fit, FitContext, Issue, Kinds } from './fit.types.ts';
import {
  areaOf,
  inUnit,
  isNoOption,
  isOutside,
  lengthUnit,
  lowEnd,
  nearOption,
} from './fit-parts.ts';
import type { Measure, Part } from './measures.ts';
import { convert, sideUnit, toDecimalString } from './units.ts';

interface Kept {
  input: ServiceInputView;
  value: Big;
  from: Measure | undefined;
  unit: string | null;
}

/** Collects what one message says about one service's inputs; the cores beside it decide what goes where. */
export class FitKeeper {
  readonly kinds: Kinds = {};
  readonly asked: ServiceInputView | undefined;
  readonly context: FitContext;
  readonly service: ServiceView;
  readonly sideValues: Big[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly issues: Issue[] = [];
  private readonly used = new Set<Measure>();

  constructor(service: ServiceView, context: FitContext) {
    this.service = service;
    this.context = context;
    for (const input of service.inputs) this.kinds[input.kind] ??= input;
    this.asked = service.inputs.find((input) => input.id === context.asked?.input);
  }

  has = (input: ServiceInputView): boolean => this.kept.has(input.id);
  valueOf = (input: ServiceInputView): string | undefined =>
    this.kept.get(input.id)?.value.toString();
  isUsed = (measure: Measure): boolean => this.used.has(measure);

  use(measure: Measure, issue?: Issue): void {
    this.used.add(measure);
    if (issue) this.issues.push(issue);
  }

  /**
   * Converts into the input's unit and keeps it; sizes of one group add up. Of two others the first
   * stands, unless it lies outside the limits. False for a value of another kind.
   */
  keep(input: ServiceInputView, value: Big, unit: string | null, measure?: Measure): boolean {
    const target = input.unit ?? '';
    const converted = unit === null ? value : convert(value, unit, target);
    if (!converted) return false;
    if (measure) this.used.add(measure);
    const exact = unit === null || unit === target ? converted : nearOption(input, converted);
    const counted = measure?.times ? exact.times(measure.times) : exact;
    const before = this.kept.get(input.id);
    if (!before) this.kept.set(input.id, { input, value: counted, from: measure, unit });
    else if (
      addsUp(input) &&
      isOneGroup(before.from, measure) &&
      !isSaidAgain(before, measure, counted)
    )
      before.value = before.value.plus(counted);
    else if (problemOf(before))
      this.kept.set(input.id, { input, value: counted, from: measure, unit });
    return true;
  }

  keepSize(input: ServiceInputView | undefined, part: Part, measure: Measure): void {
    if (input) this.keep(input, part.value, this.unitOf(part, input), measure);
  }

  /** The unit that was said, else the one this input was told in before, else its own. */
  unitOf(part: Part, input: ServiceInputView): string | null {
    return part.unit ?? this.context.units[input.id] ?? lengthUnit(part, input);
  }

  /** The side of an area in which plain numbers are read: metres after "50 m2". */
  sideOf(area: ServiceInputView): 'ft' | 'm' | 'yd' {
    const side = sideUnit(this.context.units[area.id] ?? area.unit);
    return side === 'm' || side === 'yd' ? side : 'ft';
  }

  side(part: Part, measure: Measure): void {
    const { area } = this.kinds;
    const value = area ? inUnit(part, this.sideOf(area)) : null;
    if (value) {
      this.sideValues.push(value);
      this.used.add(measure);
    }
  }

  /** Two sides make an area; one is kept until the other is told. */
  settleSides(): void {
    const { area } = this.kinds;
    if (!area || this.sideValues.length === 0 || this.has(area)) return;
    const earlier = this.context.asked?.input === area.id ? this.context.asked.side : undefined;
    const [a, b] = this.sideValues;
    if (!a) return;
    const other = b ?? (earlier === undefined ? undefined : Big(earlier));
    if (other) this.keep(area, a.times(other), areaOf(this.sideOf(area)));
    else this.issues.push({ kind: 'one_side', input: area.id, side: toDecimalString(a) });
  }

  /** What was heard, with limits and options applied. What another part answers is not asked back. */
  fit(): Fit {
    const fit: Fit = { inputs: {}, units: {}, issues: [], ranges: {} };
    for (const kept of this.kept.values()) {
      const { input, value, from, unit } = kept;
      const problem = problemOf(kept);
      if (problem)
        this.issues.push({ kind: problem, input: input.id, value: toDecimalString(value) });
      else {
        fit.inputs[input.id] = toDecimalString(value);
        const told = this.context.units[input.id] !== undefined;
        if (unit && (told || unit !== input.unit)) fit.units[input.id] = unit;
        if (from?.low) fit.ranges[input.id] = lowEnd(from.low, unit, input.unit ?? '');
      }
    }
    fit.issues = this.issues.filter(
      ({ kind, input }) => kind === 'range' || kind === 'option' || fit.inputs[input] === undefined,
    );
    return fit;
  }
}

function problemOf({ input, value }: Kept): 'range' | 'option' | null {
  const text = toDecimalString(value);
  return isOutside(input, text) ? 'range' : isNoOption(input, text) ? 'option' : null;
}

const addsUp = ({ kind }: ServiceInputView): boolean => kind === 'area' || kind === 'length';

const isOneGroup = (a: Measure | undefined, b: Measure | undefined): boolean =>
  a?.group !== undefined && a.group === b?.group;

/** "20x25, that is 500 sq ft" says one size twice, in two ways. */
const isSaidAgain = ({ from, value }: Kept, measure: Measure | undefined, again: Big): boolean =>
  from?.parts.length !== measure?.parts.length && value.minus(again).abs().lte(value.times('0.02'));
