import type { CalculatorConfig, ServiceConfig } from '../config/schema.ts';
import { Decimal, HUNDRED, toMinorUnits, ZERO } from '../decimals.ts';
import { FormulaError } from '../formula/tokens.ts';
import type { QuoteLineView, QuoteView } from '../views.ts';
import { adjust } from './adjust.ts';
import { priceLines, wholeNumber } from './price-lines.ts';
import { type GivenInputs, readInputs } from './read-inputs.ts';
import type { PriceRefusal } from './refusal.ts';
import { sum, waterfallOf } from './waterfall.ts';

/** A quote before it is given: no number, no date. */
export type PricedQuote = Omit<
  QuoteView,
  'id' | 'number' | 'config_version' | 'valid_until' | 'created_at'
>;

export type PriceOutcome = { ok: true; quote: PricedQuote } | { ok: false; refusal: PriceRefusal };

/**
 * Prices one service by a checked config. Pure; amounts are integer minor units, rounded half up for
 * each line; tax is rounded once, on the sum of the lines it applies to.
 */
export function priceService(
  config: CalculatorConfig,
  serviceId: string,
  given: GivenInputs,
): PriceOutcome {
  const service = config.services.find((one) => one.id === serviceId);
  if (!service) return { ok: false, refusal: unknownService(config, serviceId) };
  const read = readInputs(service, given);
  if (!read.ok) return read;
  try {
    return { ok: true, quote: assemble(config, service, read.values, read.inputs) };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const message = `${service.name} cannot be priced for these inputs: ${error.message}.`;
    return { ok: false, refusal: { reason: 'not_computable', message, place: error.place } };
  }
}

/** The quote for values that were read; throws FormulaError. */
function assemble(
  config: CalculatorConfig,
  service: ServiceConfig,
  values: ReadonlyMap<string, Decimal | string>,
  inputs: Record<string, string>,
): PricedQuote {
  const { currency } = config;
  const { lines: priced, scope } = priceLines(service, currency, values);
  const own = priced.map((one) => one.line);
  const adjustments = adjust(service, currency, sum(own.map((line) => line.amount)), scope);
  const lines = [...own, ...adjustments];
  const subtotal = sum(lines.map((line) => line.amount));
  const tax = taxOn(config, lines);
  const total = safe(subtotal + tax);
  return {
    service: service.id,
    title: service.name,
    inputs,
    currency,
    lines,
    subtotal,
    tax,
    total,
    ...rangeOf(config, total),
    waterfall: waterfallOf(priced, adjustments, { label: config.tax.label, amount: tax }),
  };
}

function taxOn(config: CalculatorConfig, lines: QuoteLineView[]): number {
  const { applies_to: kinds, rate_percent: rate } = config.tax;
  const taxable = sum(lines.filter((line) => kinds.includes(line.kind)).map((line) => line.amount));
  if (taxable <= 0) return 0;
  return percentOf(taxable, new Decimal(rate));
}

function rangeOf(config: CalculatorConfig, total: number): Pick<QuoteView, 'range'> {
  if (config.range_percent === undefined) return {};
  const spread = new Decimal(config.range_percent);
  const part = (percent: Decimal) => percentOf(total, percent.lt(ZERO) ? ZERO : percent);
  return { range: { low: part(HUNDRED.minus(spread)), high: part(HUNDRED.plus(spread)) } };
}

/** Half up, of minor units. */
function percentOf(amount: number, percent: Decimal): number {
  return wholeNumber(toMinorUnits(new Decimal(String(safe(amount))).times(percent).div(HUNDRED)));
}

function safe(amount: number): number {
  return wholeNumber(new Decimal(String(amount)));
}

function unknownService(config: CalculatorConfig, serviceId: string): PriceRefusal {
  const known = config.services.map((service) => service.id).join(', ');
  const message = `There is no service "${serviceId.slice(0, 40)}"; there are ${known}.`;
  return { reason: 'service_unknown', message };
}
