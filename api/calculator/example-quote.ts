import type { PricedQuote } from './engine/price-service.ts';

/** What a customer asks of the example price list, and what it answers. */
export const EXAMPLE_INPUTS = { area: '1000', type: 'bark' };

export const EXAMPLE_PRICED: PricedQuote = {
  service: 'mulch',
  title: 'Mulch',
  inputs: { area: '1000', depth: '3', type: 'bark' },
  currency: 'USD',
  lines: [
    {
      kind: 'material',
      label: 'Natural bark, 3 in deep',
      quantity: '9.73',
      unit: 'yd³',
      unit_price: 3_500,
      amount: 34_055,
    },
    {
      kind: 'labor',
      label: 'Spreading',
      quantity: '9.26',
      unit: 'yd³',
      unit_price: 4_500,
      amount: 41_670,
    },
    {
      kind: 'fee',
      label: 'Delivery',
      quantity: '1',
      unit: 'job',
      unit_price: 7_500,
      amount: 7_500,
    },
  ],
  subtotal: 83_225,
  tax: 2_639,
  total: 85_864,
  range: { low: 77_278, high: 94_450 },
  waterfall: [
    { label: 'Materials', amount: 32_410, running_total: 32_410 },
    { label: 'Waste allowance', amount: 1_645, running_total: 34_055 },
    { label: 'Labor', amount: 41_670, running_total: 75_725 },
    { label: 'Delivery', amount: 7_500, running_total: 83_225 },
    { label: 'Sales tax', amount: 2_639, running_total: 85_864 },
  ],
};
