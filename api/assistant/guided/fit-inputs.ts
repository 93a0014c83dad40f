import Big from 'big.js';
import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import type { Fit, FitContext, Kinds } from './fit.types.ts';
import {
  areaOf,
  FENCE_HIGHEST_FT,
  feet,
  inUnit,
  isDepth,
  isLength,
  isLow,
  isNoOption,
  isOneSide,
  isOutside,
  isPlainNumber,
  lengthTarget,
  lengthUnit,
  lowEnd,
  namesInput,
  onlyCandidate,
  openIssues,
  planParts,
} from './fit-parts.ts';
import type { Measure, Part } from './measures.ts';
import { convert, isAreaUnit, sideUnit, toDecimalString } from './units.ts';

/** Puts the sizes of one message into a service's inputs, in the inputs' own units. */
export function fitInputs(service: ServiceView, measures: Measure[], context: FitContext): Fit {
  const fitter = new Fitter(service, context);
  for (const measure of measures) {
    if (measure.parts.length > 1) fitter.dimensions(measure);
  }
  const singles = measures.filter((measure) => measure.parts.length === 1);
  for (const measure of singles) fitter.labelled(measure);
  fitter.lengths(singles);
  for (const measure of singles) fitter.plain(measure);
  fitter.sides();
  return { ...fitter.fit, issues: openIssues(fitter.fit) };
}

class Fitter {
  readonly fit: Fit = { inputs: {}, issues: [], ranges: {} };
  private readonly kinds: Kinds = {};
  private readonly asked: ServiceInputView | undefined;
  private readonly used = new Set<Measure>();
  private readonly sideValues: Big[] = [];
  private readonly context: FitContext;
  private readonly service: ServiceView;

  constructor(service: ServiceView, context: FitContext) {
    this.service = service;
    this.context = context;
    for (const input of service.inputs) this.kinds[input.kind] ??= input;
    this.asked = service.inputs.find((input) => input.id === context.asked?.input);
  }

  /** Converts into the input's unit and keeps it when it lies within the limits. */
  private keep(
    input: ServiceInputView,
    value: Big,
    unit: string | null,
    measure?: Measure,
  ): boolean {
    const target = input.unit ?? '';
    const converted = unit === null ? value : convert(value, unit, target);
    if (!converted) return false;
    if (measure) this.used.add(measure);
    const text = toDecimalString(converted);
    const wrong = isOutside(input, text) ? 'range' : isNoOption(input, text) ? 'option' : null;
    if (wrong) this.fit.issues.push({ kind: wrong, input: input.id, value: text });
    else if (this.fit.inputs[input.id] === undefined) {
      this.fit.inputs[input.id] = text;
      if (measure?.low) this.fit.ranges[input.id] = lowEnd(measure.low, unit, target);
    }
    return true;
  }

  /** "20x25": an area, or a fence's length and height. */
  dimensions(measure: Measure): void {
    const { area, length, depth, height } = this.kinds;
    const [a, b, third] = planParts(measure.parts, this.kinds);
    if (!a || !b) return;
    const extra = depth ?? height;
    if (third && extra) this.keep(extra, third.value, lengthUnit(third, extra));
    if (area) {
      const side = sideUnit(area.unit);
      const [x, y] = [inUnit(a, side), inUnit(b, side)];
      if (x && y) this.keep(area, x.times(y), areaOf(side), measure);
    } else if (length) this.run(measure, a, b, length);
  }

  private run(measure: Measure, a: Part, b: Part, length: ServiceInputView): void {
    const { height } = this.kinds;
    const unit = lengthTarget(length);
    const [x, y] = [inUnit(a, unit), inUnit(b, unit)];
    if (!x || !y) return;
    const swap =
      a.role === 'height' || b.role === 'length' || (a.role === null && b.role === null && x.lt(y));
    const [long, short] = swap ? [y, x] : [x, y];
    const isHeight =
      height && (a.role === 'height' || b.role === 'height' || short.lte(FENCE_HIGHEST_FT));
    if (height && isHeight) {
      this.keep(length, long, unit, measure);
      this.keep(height, short, unit, measure);
      return;
    }
    this.used.add(measure);
    this.fit.issues.push({
      kind: 'all_round',
      input: length.id,
      value: toDecimalString(convert(long.plus(short).times(2), unit, length.unit ?? unit) ?? long),
      sides: [toDecimalString(x), toDecimalString(y)],
    });
  }

  /** Sizes that say what they are: by an area unit, a label, or a unit only one input can have. */
  labelled(measure: Measure): void {
    const [part] = measure.parts;
    if (!part || this.used.has(measure)) return;
    const { area, length, depth, height, count } = this.kinds;
    const small = part.unit === 'in' || part.unit === 'cm' || part.unit === 'mm';
    if (part.unit === 'volume' || (part.unit && isAreaUnit(part.unit))) {
      const wanted = area ?? length;
      if (part.unit === 'volume' || !area) {
        this.used.add(measure);
        if (wanted) this.fit.issues.push({ kind: 'mismatch', input: wanted.id });
      } else this.keep(area, part.value, part.unit, measure);
    } else if (part.role === 'area' && area) this.keep(area, part.value, area.unit, measure);
    else if (part.unit === 'lf' && length) this.keep(length, part.value, 'ft', measure);
    else if (part.role === 'height' && (height || (small && depth)))
      this.keepSize(height ?? depth, part, measure);
    else if (part.role === 'depth' && depth && isDepth(part, depth, this.kinds.area !== undefined))
      this.keepSize(depth, part, measure);
    else if (part.role !== null && length && part.role !== 'height')
      this.keepSize(length, part, measure);
    else if (part.role !== null && area && part.role !== 'height') this.side(part, measure);
    else if (small && (depth || (height && !length))) this.keepSize(depth ?? height, part, measure);
    else if (count && part.unit === null && namesInput(count, measure.after))
      this.keep(count, part.value, null, measure);
  }

  private keepSize(input: ServiceInputView | undefined, part: Part, measure: Measure): void {
    if (input) this.keep(input, part.value, lengthUnit(part, input), measure);
  }

  private side(part: Part, measure: Measure): void {
    const { area } = this.kinds;
    const value = area ? inUnit(part, sideUnit(area.unit)) : null;
    if (value) {
      this.sideValues.push(value);
      this.used.add(measure);
    }
  }

  /** Lengths without a label: the asked input, else the larger is the length and a low one the height. */
  lengths(measures: Measure[]): void {
    const open = measures.filter((measure) => !this.used.has(measure) && isLength(measure));
    const { length, height, area } = this.kinds;
    if (length && this.sum(open, length)) return;
    const bySize = [...open].sort((a, b) => feet(b).cmp(feet(a)));
    for (const [index, measure] of bySize.entries()) {
      const part = measure.parts[0];
      if (!part) continue;
      const asked =
        this.asked && this.asked.kind !== 'area' && this.asked.unit && bySize.length === 1;
      // asked how long the fence is, "6 ft fence" still tells its height
      const tellsHeight =
        this.asked?.kind === 'length' && height && isLow(part, height) && measure.after;
      if (asked && !tellsHeight) this.keepSize(this.asked, part, measure);
      else if (!length && area) this.side(part, measure);
      else if (height && isLow(part, height) && (index > 0 || !/^(?:of|de)$/.test(measure.after))) {
        this.keepSize(height, part, measure);
      } else if (length) this.keepSize(length, part, measure);
      else this.keepSize(height ?? this.kinds.depth, part, measure);
    }
  }

  /** "40 ft and 30 ft and 40 ft" of fence are one length. */
  private sum(open: Measure[], length: ServiceInputView): boolean {
    const { height } = this.kinds;
    const [first, ...rest] = open;
    const apart = !first || rest.length === 0 || rest.some((measure) => !measure.joined);
    if (apart || (height && open.some(({ parts: [part] }) => part && isLow(part, height))))
      return false;
    const total = open.reduce((sum, measure) => sum.plus(feet(measure)), Big(0));
    for (const measure of open) this.used.add(measure);
    return this.keep(length, total, 'ft');
  }

  /** A number without unit and label: the answer to the question, or the one size that is missing. */
  plain(measure: Measure): void {
    const part = measure.parts[0];
    if (!part || this.used.has(measure) || part.unit !== null || part.role !== null) return;
    if (!isPlainNumber(measure, this.context.bareCounts)) return;
    if (this.sideValues.length === 1 && this.context.asked?.side === undefined) {
      this.side(part, measure);
      return;
    }
    if (this.asked && this.asked.kind !== 'choice') {
      if (this.context.asked?.side !== undefined || isOneSide(part, this.asked))
        this.side(part, measure);
      else this.keep(this.asked, part.value, null, measure);
      return;
    }
    const target = onlyCandidate(this.service, this.context.known);
    if (!target || !this.context.bareCounts || part.value.lt(10)) return;
    if (!isOutside(target, toDecimalString(part.value)))
      this.keep(target, part.value, null, measure);
  }

  /** Two sides make an area; one is kept until the other is told. */
  sides(): void {
    const { area } = this.kinds;
    if (!area || this.sideValues.length === 0 || this.fit.inputs[area.id] !== undefined) return;
    const earlier = this.context.asked?.input === area.id ? this.context.asked.side : undefined;
    const [a, b] = this.sideValues;
    if (!a) return;
    const other = b ?? (earlier === undefined ? undefined : Big(earlier));
    if (other) this.keep(area, a.times(other), areaOf(sideUnit(area.unit)));
    else this.fit.issues.push({ kind: 'one_side', input: area.id, side: toDecimalString(a) });
  }
}
