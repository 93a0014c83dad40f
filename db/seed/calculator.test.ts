import { describe, expect, test } from 'vitest';
import { checkCalculatorConfig } from '../../api/calculator/config.ts';
import { priceService } from '../../api/calculator/engine/price-service.ts';
import type { GivenInputs } from '../../api/calculator/engine/read-inputs.ts';
import { servicesOf } from '../../api/calculator/services-of.ts';
import { starterCalculatorConfig } from '../../api/calculator/starter/starter-config.ts';
import { NAMED_REPLIES } from '../../e2e/mock-model/mock-reply.ts';
import { fileDatabase } from '../testing/index.ts';
import { demoCalculatorConfig, seedCalculator } from './calculator.ts';
import { DEMO } from './demo-ids.ts';

describe.each([
  ['demo', demoCalculatorConfig],
  ['starter', starterCalculatorConfig],
])('the %s price list', (_, config) => {
  test('could be published', () => {
    expect(checkCalculatorConfig(config)).toEqual({ ok: true, config });
  });

  test('prices each service from one size alone', () => {
    for (const service of servicesOf(config)) {
      const [first, ...others] = service.inputs;
      expect(first?.required).toBe(true);
      expect(others.every((input) => !input.required)).toBe(true);
      expect(priceService(config, service.id, { [first?.id ?? '']: '100' }).ok).toBe(true);
    }
  });

  test.each(['quote', 'parallel'])('prices what the mock model asks for: mock:%s', (name) => {
    const call = NAMED_REPLIES[name]?.toolCalls?.find((one) => one.name === 'get_quote');
    const args = call?.args as { service: string; inputs: GivenInputs } | undefined;
    expect(priceService(config, args?.service ?? '', args?.inputs ?? {}).ok).toBe(true);
  });

  test('has no word for two services', () => {
    const words = servicesOf(config).flatMap(({ synonyms }) => synonyms);
    expect(words).toHaveLength(new Set(words).size);
    expect(words).toEqual(expect.arrayContaining(['patio', 'pavers', 'walkway', 'fence', 'bark']));
  });
});

test('the starter tells its owner to review it', () => {
  expect(starterCalculatorConfig.note).toContain('review every price');
});

test('the demo company gets its price list once', async () => {
  const { owner } = await fileDatabase();
  const rows = await owner.begin(async (tx) => {
    await tx`select set_config('app.company_id', ${DEMO.companyId}, true)`;
    await tx`insert into companies (id, name) values (${DEMO.companyId}, 'Rivera')`;
    await seedCalculator(tx);
    await seedCalculator(tx);
    return tx`select version, config from calculator_configs`;
  });
  expect(rows).toEqual([{ version: 1, config: demoCalculatorConfig }]);
});
