import { type CompiledService, compileService } from '../config/compile.ts';
import type { LineConfig, ServiceConfig, UnitPrice } from '../config/schema.ts';
import { Decimal, HUNDRED, majorToMinor, settle, toMinorUnits, toText, ZERO } from '../decimals.ts';
import { evaluateNumber, type Scope } from '../formula/evaluate.ts';
import type { Formula } from '../formula/parse.ts';
import { FormulaError } from '../formula/tokens.ts';
import type { QuoteLineView } from '../views.ts';

/** A line, with what it would have come to without its waste allowance. */
export interface PricedLine {
  line: QuoteLineView;
  amountWithoutWaste: number;
}

const MODES = {
  nearest: Decimal.roundHalfUp,
  up: Decimal.roundUp,
  down: Decimal.roundDown,
} as const;

/**
 * The service's lines for these values; lines of no quantity are left out. A line's amount is its
 * quantity as shown times its unit price, rounded half up to minor units.
 * @throws FormulaError with the line's place
 */
export function priceLines(
  service: ServiceConfig,
  currency: string,
  values: ReadonlyMap<string, Decimal | string>,
): { lines: PricedLine[]; scope: Scope } {
  const compiled = compileService(service);
  const scope = withDerived(compiled, values);
  const lines: PricedLine[] = [];
  for (const [i, line] of service.lines.entries()) {
    const formula = compiled.quantities[i];
    if (!formula) throw new FormulaError('it has no formula', `lines[${i}].quantity`);
    const net = at(`lines[${i}].quantity`, () => quantityOf(formula, scope));
    const priced = at(`lines[${i}]`, () => priceLine(service, line, currency, net, scope));
    if (priced.line.quantity !== '0') lines.push(priced);
  }
  return { lines, scope };
}

function quantityOf(formula: Formula, scope: Scope): Decimal {
  const quantity = settle(evaluateNumber(formula, scope));
  if (quantity.gte(ZERO)) return quantity;
  throw new FormulaError(`it gives ${toText(quantity)}, which is negative`);
}

function withDerived(compiled: CompiledService, values: Scope): Scope {
  const scope = new Map(values);
  for (const [i, { id, formula }] of compiled.derived.entries()) {
    scope.set(
      id,
      at(`derived[${i}].formula`, () => evaluateNumber(formula, scope)),
    );
  }
  return scope;
}

function priceLine(
  service: ServiceConfig,
  line: LineConfig,
  currency: string,
  net: Decimal,
  scope: Scope,
): PricedLine {
  const { places, mode } = line.rounding;
  const rounded = (quantity: Decimal) => settle(quantity).round(places, MODES[mode]);
  const waste = HUNDRED.plus(new Decimal(line.waste_percent ?? '0')).div(HUNDRED);
  const quantity = rounded(net.times(waste));
  const unitPrice = majorToMinor(priceText(line.unit_price, scope), currency);
  return {
    line: {
      kind: line.kind,
      label: labelFor(service, line.label, scope),
      quantity: toText(quantity),
      unit: line.unit,
      unit_price: wholeNumber(unitPrice),
      amount: wholeNumber(toMinorUnits(quantity.times(unitPrice))),
    },
    amountWithoutWaste: wholeNumber(toMinorUnits(rounded(net).times(unitPrice))),
  };
}

function priceText(price: UnitPrice, scope: Scope): string {
  if (typeof price === 'string') return price;
  const key = price.by.map((id) => optionText(scope.get(id))).join('/');
  const found = Object.hasOwn(price.prices, key) ? price.prices[key] : undefined;
  if (found === undefined) throw new FormulaError(`there is no unit price for ${key}`);
  return found;
}

function labelFor(service: ServiceConfig, label: string, scope: Scope): string {
  return label.replace(/\{([a-z0-9_]+)\}/g, (whole, id: string) => {
    const value = scope.get(id);
    if (value === undefined) return whole;
    const text = optionText(value);
    const options = service.inputs.find((input) => input.id === id)?.options;
    return options?.find((option) => option.id === text)?.label ?? text;
  });
}

function optionText(value: Decimal | string | undefined): string {
  return typeof value === 'object' ? toText(settle(value)) : (value ?? '');
}

/** Minor units as a number; what does not fit exactly into one is refused. */
export function wholeNumber(value: Decimal): number {
  const number = Number(value.toFixed());
  if (!Number.isSafeInteger(number)) throw new FormulaError('an amount is too large');
  return number;
}

/** Runs the work; a formula's mistake gets its place put in front. */
export function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError) || error.place) throw error;
    throw new FormulaError(error.reason, place);
  }
}
