import { expect, test } from 'vitest';
import { EXAMPLE_CONFIG } from './config/example.ts';
import { checkCalculatorConfig } from './config.ts';
import { priceService } from './engine/price-service.ts';
import { EXAMPLE_INPUTS, EXAMPLE_PRICED } from './example-quote.ts';

test('the price list that the reference shows can be published, and its quote is the one shown', () => {
  const checked = checkCalculatorConfig(EXAMPLE_CONFIG);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const outcome = priceService(checked.config, 'mulch', EXAMPLE_INPUTS);
  expect(outcome).toEqual({ ok: true, quote: EXAMPLE_PRICED });
});
