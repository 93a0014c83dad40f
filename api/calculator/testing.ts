import {
  type CalculatorConfig,
  type CalculatorConfigInput,
  parseCalculatorConfig,
} from './config.ts';
import { type PricedQuote, priceService } from './engine/price-service.ts';
import type { PriceRefusal } from './engine/refusal.ts';

type ServiceInput = CalculatorConfigInput['services'][number];

/** A service with one number `size` (0 to 10,000), one choice `colour`, and a line of it at 10.00. */
export const testService = (change: Partial<ServiceInput> = {}): ServiceInput => ({
  id: 'work',
  name: 'Work',
  description: 'Any work.',
  inputs: [
    {
      id: 'size',
      label: 'Size',
      question: 'How big?',
      kind: 'area',
      unit: 'sq_ft',
      min: '0',
      max: '10000',
    },
    {
      id: 'colour',
      label: 'Colour',
      question: 'Which colour?',
      kind: 'choice',
      default: 'red',
      options: [
        { id: 'red', label: 'Bright red', synonyms: ['Scarlet'] },
        { id: 'blue', label: 'Blue' },
      ],
    },
  ],
  lines: [
    { kind: 'material', label: 'Stuff', quantity: 'size', unit: 'sq ft', unit_price: '10.00' },
  ],
  ...change,
});

/** A config as people write it: one service, 10 % tax on materials. */
export const testConfigInput = (
  service: Partial<ServiceInput> = {},
  change: Partial<CalculatorConfigInput> = {},
): CalculatorConfigInput => ({
  currency: 'USD',
  tax: { label: 'Tax', rate_percent: '10', applies_to: ['material'] },
  validity_days: 30,
  services: [testService(service)],
  ...change,
});

export const testConfig = (...args: Parameters<typeof testConfigInput>): CalculatorConfig =>
  parseCalculatorConfig(testConfigInput(...args));

/** The quote; throws the refusal's message when there is none. */
export function priced(
  config: CalculatorConfig,
  service: string,
  inputs: Record<string, string>,
): PricedQuote {
  const outcome = priceService(config, service, inputs);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.quote;
}

/** The refusal; throws when there is a price. */
export function refused(
  config: CalculatorConfig,
  service: string,
  inputs: Record<string, string>,
): PriceRefusal {
  const outcome = priceService(config, service, inputs);
  if (outcome.ok) throw new Error(`priced at ${outcome.quote.total}`);
  return outcome.refusal;
}
