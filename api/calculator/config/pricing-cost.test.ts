import { expect, test } from 'vitest';
import { parseCalculatorConfig } from '../config.ts';
import { priced, testConfig, testConfigInput, testService } from '../testing.ts';
import { checkConfig } from './check-config.ts';
import { compileService } from './compile.ts';
import { EXAMPLE_CONFIG } from './example.ts';
import { pricingCost, trialsFor } from './pricing-cost.ts';

const TOO_MUCH = 'The formulas take too much computing; use fewer divisions and roots.';
const SIDE = { ...testService().inputs[0], id: 'size', min: '0.1', max: '1' };
const inputs = [SIDE] as ReturnType<typeof testService>['inputs'];

function cpuMs(work: () => unknown): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage({ user, system });
  return (after.user + after.system) / 1_000;
}

test('quantities that square each other keep forty digits, and are priced at once', () => {
  const derived = Array.from({ length: 30 }, (_, i) => ({
    id: `d${i}`,
    formula: i === 0 ? 'size * size' : `d${i - 1} * d${i - 1}`,
  }));
  const config = testConfig({ derived, inputs });
  expect(cpuMs(() => priced(config, 'work', { size: '0.7777' }))).toBeLessThan(50);
});

test('a service whose formulas take too long to compute is refused', () => {
  const nested = `${'sqrt('.repeat(50)}size${')'.repeat(50)}`;
  const config = parseCalculatorConfig(
    testConfigInput({ inputs, derived: [{ id: 'root', formula: nested }] }),
  );
  let problems: unknown;
  expect(
    cpuMs(() => {
      problems = checkConfig(config);
    }),
  ).toBeLessThan(250);
  expect(problems).toEqual([{ path: 'services[0]', message: TOO_MUCH }]);
});

test('so is a config of many services that each take long', () => {
  const formula = `${'size/3/'.repeat(50)}7`;
  const services = Array.from({ length: 40 }, (_, i) =>
    testService({ id: `s${i}`, inputs, derived: [{ id: 'part', formula }] }),
  );
  const config = parseCalculatorConfig(testConfigInput({}, { services }));
  expect(checkConfig(config)).toEqual([{ path: 'services', message: TOO_MUCH }]);
});

test('an ordinary price list is tried in full', () => {
  const { services } = parseCalculatorConfig(EXAMPLE_CONFIG);
  const costs = services.map((service) => pricingCost(service, compileService(service)));
  expect(trialsFor(costs)).toBe(500);
});

test('a price table of more combinations than a body can hold is refused as one mistake', () => {
  const options = Array.from({ length: 40 }, (_, i) => ({ id: `o${i}`, label: `O ${i}` }));
  const choices = ['a', 'b', 'c'].map((id) => ({
    ...testService().inputs[1],
    id,
    default: null,
    options,
  })) as typeof inputs;
  const lines = ['a', 'b'].map((_, i) => ({
    kind: 'material' as const,
    label: 'Stuff',
    quantity: '1',
    unit: 'each',
    unit_price: { by: i ? ['a', 'b', 'c'] : ['a', 'b'], prices: {} },
  }));
  const found = checkConfig(parseCalculatorConfig(testConfigInput({ inputs: choices, lines })));
  expect(found.filter(({ path }) => path.endsWith('lines[1].unit_price.by'))).toHaveLength(1);
  expect(found.length).toBeLessThan(30);
});
