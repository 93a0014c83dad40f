import { describe, expect, test } from 'vitest';
import { demoCalculatorConfig } from '../../../db/seed/calculator/demo.ts';
import { priced, refused, testConfig } from '../testing.ts';

const line = (service: string, inputs: Record<string, string>, label: string) =>
  priced(demoCalculatorConfig, service, inputs).lines.find((one) => one.label.includes(label));

describe("the demo company's figures", () => {
  test('mulch for 1,000 sq ft at 3 in is 9.26 yd³', () => {
    expect(line('mulch', { area: '1000', depth: '3' }, 'bark')).toMatchObject({
      quantity: '9.26',
      unit: 'yd³',
    });
  });

  test('a fence of 100 ft has 13 panels and 14 posts', () => {
    expect(line('wood_fence', { length: '100' }, 'panels')?.quantity).toBe('13');
    expect(line('wood_fence', { length: '100' }, 'Posts')?.quantity).toBe('14');
  });

  test('pavers for 500 sq ft are 550 sq ft at 4.50, which is 2,475', () => {
    expect(line('paver_patio', { area: '500' }, 'pavers')).toEqual({
      kind: 'material',
      label: 'Standard concrete pavers, 10% waste included',
      quantity: '550',
      unit: 'sq ft',
      unit_price: 450,
      amount: 247_500,
    });
  });

  test('450 with 10 % more, rounded up, is 495 and not 496', () => {
    const config = testConfig({
      lines: [
        {
          kind: 'material',
          label: 'Tiles',
          quantity: 'size',
          unit: 'tile',
          unit_price: '1.00',
          waste_percent: '10',
          rounding: { places: 0, mode: 'up' },
        },
      ],
    });
    expect(priced(config, 'work', { size: '450' }).lines[0]?.quantity).toBe('495');
    expect(priced(config, 'work', { size: '450.5' }).lines[0]?.quantity).toBe('496');
  });

  test('a whole patio quote, to the cent', () => {
    const quote = priced(demoCalculatorConfig, 'paver_patio', { area: '500' });
    expect(quote).toMatchObject({
      title: 'Paver patio',
      inputs: { area: '500', paver: 'standard' },
      currency: 'USD',
      subtotal: 1_060_454,
      tax: 25_533, // 7.75 % of 3,294.54
      total: 1_085_987,
      range: { low: 977_388, high: 1_194_586 },
    });
    expect(quote.waterfall).toEqual([
      { label: 'Materials', amount: 306_954, running_total: 306_954 },
      { label: 'Waste allowance', amount: 22_500, running_total: 329_454 },
      { label: 'Labor', amount: 712_500, running_total: 1_041_954 },
      { label: 'Fees', amount: 18_500, running_total: 1_060_454 },
      { label: 'CA sales tax, 7.75% on materials', amount: 25_533, running_total: 1_085_987 },
    ]);
  });

  test('a unit price can depend on two choices', () => {
    const inputs = { length: '80', material: 'redwood', height: '8' };
    expect(line('wood_fence', inputs, 'panels')).toMatchObject({
      label: 'Redwood panels, 8 ft wide, 8 ft high',
      unit_price: 18_600,
    });
    expect(line('wood_fence', inputs, 'Concrete')?.quantity).toBe('33');
  });

  test('what there is none of has no line', () => {
    expect(line('wood_fence', { length: '100' }, 'Gates')).toBeUndefined();
    expect(line('wood_fence', { length: '100', gates: '2' }, 'Gates')?.amount).toBe(33_000);
  });

  test('a small job is brought up to the minimum charge', () => {
    const quote = priced(demoCalculatorConfig, 'mulch', { area: '100' });
    expect(quote.subtotal).toBe(27_500);
    expect(quote.lines.at(-1)).toMatchObject({ kind: 'fee', label: 'Minimum job charge' });
  });
});

describe('refusals', () => {
  test('an unknown service is told with the known ones', () => {
    expect(refused(demoCalculatorConfig, 'roof', {})).toEqual({
      reason: 'service_unknown',
      message: 'There is no service "roof"; there are paver_patio, wood_fence, mulch.',
    });
    expect(refused(demoCalculatorConfig, 'constructor', {}).reason).toBe('service_unknown');
  });

  test('missing inputs are listed, those with a default are not', () => {
    expect(refused(demoCalculatorConfig, 'wood_fence', { length: ' ' })).toEqual({
      reason: 'inputs_missing',
      message: 'Wood fence needs: Length (length).',
      missing: ['length'],
    });
  });

  test('what only the values show is refused with its place', () => {
    const config = testConfig({ derived: [{ id: 'part', formula: '1 / size' }] });
    expect(refused(config, 'work', { size: '0' })).toEqual({
      reason: 'not_computable',
      message: 'Work cannot be priced for these inputs: derived[0].formula: division by zero.',
      place: 'derived[0].formula',
    });
  });

  test('a negative quantity is never sold', () => {
    const config = testConfig({
      lines: [
        { kind: 'labor', label: 'Less', quantity: '10 - size', unit: 'h', unit_price: '1.00' },
      ],
    });
    expect(refused(config, 'work', { size: '11' }).message).toContain(
      'it gives -1, which is negative',
    );
  });

  test('an amount that a number cannot hold exactly is refused', () => {
    const config = testConfig({
      lines: [
        {
          kind: 'labor',
          label: 'Much',
          quantity: 'size * 999999999',
          unit: 'h',
          unit_price: '999999.00',
        },
      ],
    });
    expect(refused(config, 'work', { size: '10000' }).message).toContain('an amount is too large');
  });
});
