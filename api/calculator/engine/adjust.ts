import { compileService, SUBTOTAL } from '../config/compile.ts';
import type { AdjustmentConfig, ServiceConfig } from '../config/schema.ts';
import { Decimal, HUNDRED, majorToMinor, minorDigits, toMinorUnits, ZERO } from '../decimals.ts';
import { evaluateCondition, type Scope } from '../formula/evaluate.ts';
import type { QuoteLineView } from '../views.ts';
import { at, wholeNumber } from './price-lines.ts';

/**
 * The lines that come from the whole job rather than from its size: fees and discounts whose
 * condition holds, in order, then what is missing up to the minimum charge. A discount never exceeds
 * the subtotal that it is taken from.
 */
export function adjust(
  service: ServiceConfig,
  currency: string,
  subtotal: number,
  scope: Scope,
): QuoteLineView[] {
  const lines: QuoteLineView[] = [];
  const { conditions } = compileService(service);
  let running = new Decimal(String(subtotal));
  const add = (kind: 'fee' | 'discount', label: string, amount: Decimal) => {
    if (amount.eq(ZERO)) return;
    running = running.plus(amount);
    const minor = wholeNumber(amount);
    lines.push({ kind, label, quantity: '1', unit: 'job', unit_price: minor, amount: minor });
  };
  for (const [i, adjustment] of service.adjustments.entries()) {
    const condition = conditions[i];
    const known = new Map(scope).set(SUBTOTAL, minorToMajor(running, currency));
    if (condition && !at(`adjustments[${i}].when`, () => evaluateCondition(condition, known)))
      continue;
    const size = sizeOf(adjustment, currency, running);
    const discount = size.gt(running) ? running : size;
    add(adjustment.kind, adjustment.label, adjustment.kind === 'fee' ? size : ZERO.minus(discount));
  }
  if (service.minimum_charge) {
    const short = majorToMinor(service.minimum_charge.amount, currency).minus(running);
    if (short.gt(ZERO)) add('fee', service.minimum_charge.label, short);
  }
  return lines;
}

function sizeOf(adjustment: AdjustmentConfig, currency: string, running: Decimal): Decimal {
  if (adjustment.amount !== undefined) return majorToMinor(adjustment.amount, currency);
  const percent = new Decimal(adjustment.percent ?? '0');
  return toMinorUnits(running.times(percent).div(HUNDRED));
}

function minorToMajor(amount: Decimal, currency: string): Decimal {
  return amount.div(new Decimal(`1e${minorDigits(currency)}`));
}
