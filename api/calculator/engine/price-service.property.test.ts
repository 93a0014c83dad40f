import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoCalculatorConfig } from '../../../db/seed/calculator/demo.ts';
import type { CalculatorConfig } from '../config.ts';
import { priced, testConfig } from '../testing.ts';
import type { QuoteLineView } from '../views.ts';

/** Decimal text with up to two places, within the limits that all demo services share. */
const sizes = fc
  .tuple(fc.integer({ min: 20, max: 4_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const job = fc.record({
  service: fc.constantFrom(...demoCalculatorConfig.services),
  size: sizes,
  seed: fc.nat(),
});

interface Job {
  service: CalculatorConfig['services'][number];
  size: string;
  seed: number;
}

function inputsFor({ service, size, seed }: Job) {
  const chosen = service.inputs.flatMap((input, i) => {
    const option = input.options[(seed >> (i * 2)) % (input.options.length || 1)];
    return option ? [[input.id, option.id] as const] : [];
  });
  return { [service.inputs[0]?.id ?? '']: size, ...Object.fromEntries(chosen) };
}

const quoteOf = (drawn: Job) => priced(demoCalculatorConfig, drawn.service.id, inputsFor(drawn));

/** Quantity × unit price in whole numbers only, rounded half up: another way than the engine's. */
function exactAmount(line: QuoteLineView): number {
  const [whole = '0', fraction = ''] = line.quantity.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * BigInt(line.unit_price);
  return Number((scaled * 2n + scale) / (scale * 2n));
}

test('the lines add up to the subtotal, subtotal and tax to the total, the waterfall to the same', () => {
  fc.assert(
    fc.property(job, (drawn) => {
      const quote = quoteOf(drawn);
      expect(quote.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(quote.subtotal);
      expect(quote.subtotal + quote.tax).toBe(quote.total);
      expect(quote.waterfall.reduce((sum, { amount }) => sum + amount, 0)).toBe(quote.total);
      expect(quote.waterfall.at(-1)?.running_total).toBe(quote.total);
    }),
  );
});

test('every amount is its quantity as shown times its unit price, in whole minor units', () => {
  fc.assert(
    fc.property(job, (drawn) => {
      for (const line of quoteOf(drawn).lines) {
        expect(line.quantity).toMatch(/^\d+(\.\d{1,4})?$/);
        expect(line.amount).toBe(exactAmount(line));
      }
    }),
  );
});

test('more never costs less', () => {
  fc.assert(
    fc.property(job, sizes, (drawn, other) => {
      const quotes = [drawn.size, other]
        .sort((a, b) => Number(a) - Number(b))
        .map((size) => quoteOf({ ...drawn, size }));
      const [less, more] = quotes.map((quote) => quote.total);
      expect(less).toBeLessThanOrEqual(more ?? 0);
    }),
  );
});

test('the total lies within its range', () => {
  fc.assert(
    fc.property(job, (drawn) => {
      const { range, total } = quoteOf(drawn);
      expect(range?.low).toBeLessThanOrEqual(total);
      expect(range?.high).toBeGreaterThanOrEqual(total);
    }),
  );
});

test('a tax of any rate is rounded half up, exactly', () => {
  const rates = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(sizes, rates, (size, hundredths) => {
      const rate_percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      const config = testConfig(
        {},
        { tax: { label: 'Tax', rate_percent, applies_to: ['material'] } },
      );
      const { subtotal, tax } = priced(config, 'work', { size });
      expect(BigInt(tax)).toBe((BigInt(subtotal) * BigInt(hundredths) * 2n + 10_000n) / 20_000n);
    }),
  );
});
