import type { QuoteLineView, WaterfallStepView } from '../views.ts';
import type { PricedLine } from './price-lines.ts';

/**
 * From the bare material to the total: materials, waste allowance, labor, fees, each adjustment by
 * name, tax. Steps of nothing are left out; the last running total is the quote's total.
 */
export function waterfallOf(
  priced: PricedLine[],
  adjustments: QuoteLineView[],
  tax: { label: string; amount: number },
): WaterfallStepView[] {
  const of = (kind: QuoteLineView['kind']) => priced.filter((one) => one.line.kind === kind);
  const bare = (lines: PricedLine[]) => sum(lines.map((one) => one.amountWithoutWaste));
  const waste = sum(priced.map((one) => one.line.amount - one.amountWithoutWaste));
  const steps = [
    { label: 'Materials', amount: bare(of('material')) },
    { label: 'Waste allowance', amount: waste },
    { label: 'Labor', amount: bare(of('labor')) },
    { label: 'Fees', amount: bare(of('fee')) },
    ...adjustments.map(({ label, amount }) => ({ label, amount })),
    tax,
  ];
  let running = 0;
  return steps
    .filter((step) => step.amount !== 0)
    .map(({ label, amount }) => {
      running += amount;
      return { label, amount, running_total: running };
    });
}

/** Sum of integers that were each checked to be safe. */
export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
