import { expect, test } from 'vitest';
import { priced, testConfig } from '../testing.ts';

const adjusted = (size: string) =>
  priced(
    testConfig({
      adjustments: [
        { kind: 'fee', label: 'Small job', when: 'size < 10', amount: '25.00' },
        { kind: 'discount', label: 'Big job', when: 'subtotal >= 1000', percent: '5' },
        { kind: 'discount', label: 'Blue week', when: "colour == 'blue'", amount: '5000.00' },
      ],
    }),
    'work',
    { size },
  );

test('a fee or discount is added when its condition holds', () => {
  expect(adjusted('9').lines.at(-1)).toEqual({
    kind: 'fee',
    label: 'Small job',
    quantity: '1',
    unit: 'job',
    unit_price: 2_500,
    amount: 2_500,
  });
  expect(adjusted('99.99').lines).toHaveLength(1);
  expect(adjusted('100').lines.at(-1)).toMatchObject({ kind: 'discount', amount: -5_000 });
});

test('each has a step of its own in the waterfall', () => {
  expect(adjusted('100').waterfall).toEqual([
    { label: 'Materials', amount: 100_000, running_total: 100_000 },
    { label: 'Big job', amount: -5_000, running_total: 95_000 },
    { label: 'Tax', amount: 10_000, running_total: 105_000 },
  ]);
});

test('a percentage is rounded half up', () => {
  expect(adjusted('100.10').lines.at(-1)?.amount).toBe(-5_005);
  expect(adjusted('101.01').lines.at(-1)?.amount).toBe(-5_051); // 5050.5
});

test('a discount takes off no more than there is', () => {
  const config = testConfig({
    adjustments: [{ kind: 'discount', label: 'Gift', amount: '5000.00' }],
  });
  const quote = priced(config, 'work', { size: '3' });
  expect(quote.subtotal).toBe(0);
  expect(quote.tax).toBe(300); // the discount is not taxed unless the config says so
});

test('a discount lowers the tax where it applies to discounts', () => {
  const config = testConfig(
    { adjustments: [{ kind: 'discount', label: 'Gift', percent: '50' }] },
    { tax: { label: 'Tax', rate_percent: '10', applies_to: ['material', 'discount'] } },
  );
  expect(priced(config, 'work', { size: '3' })).toMatchObject({ subtotal: 1_500, tax: 150 });
});

test('the minimum charge is reached, adjustments counted, and not passed', () => {
  const config = testConfig({
    adjustments: [{ kind: 'fee', label: 'Visit', amount: '20.00' }],
    minimum_charge: { label: 'Minimum', amount: '100.00' },
  });
  expect(priced(config, 'work', { size: '3' }).lines.at(-1)).toMatchObject({ amount: 5_000 });
  expect(priced(config, 'work', { size: '3' }).subtotal).toBe(10_000);
  expect(priced(config, 'work', { size: '8' }).lines.at(-1)?.label).toBe('Visit');
});

test('amounts are in the minor unit of the currency, which yen do not have', () => {
  const line = { kind: 'material', label: 'Stuff', quantity: 'size', unit: 'm²' } as const;
  const config = testConfig({ lines: [{ ...line, unit_price: '150' }] }, { currency: 'JPY' });
  expect(priced(config, 'work', { size: '2.5' })).toMatchObject({ subtotal: 375, tax: 38 });
});
