import type { CalculatorConfigInput } from './schema.ts';

/** The price list that the API reference shows: one service with a formula, a choice and a minimum. */
export const EXAMPLE_CONFIG: CalculatorConfigInput = {
  currency: 'USD',
  tax: { label: 'Sales tax', rate_percent: '7.75', applies_to: ['material'] },
  validity_days: 30,
  range_percent: '10',
  note: 'Reviewed every spring.',
  services: [
    {
      id: 'mulch',
      name: 'Mulch',
      description: 'Mulch delivered and spread by hand.',
      synonyms: ['bark', 'wood chips'],
      inputs: [
        {
          id: 'area',
          label: 'Area',
          question: 'About how big is the area to cover, in square feet?',
          kind: 'area',
          unit: 'sq_ft',
          min: '20',
          max: '100000',
        },
        {
          id: 'depth',
          label: 'Depth',
          question: 'How deep should the mulch be, in inches?',
          kind: 'depth',
          unit: 'in',
          default: '3',
          min: '1',
          max: '12',
        },
        {
          id: 'type',
          label: 'Mulch',
          question: 'Which mulch: natural bark or cedar?',
          kind: 'choice',
          options: [
            { id: 'bark', label: 'Natural bark', synonyms: ['natural'] },
            { id: 'cedar', label: 'Cedar mulch' },
          ],
        },
      ],
      derived: [{ id: 'volume', formula: 'area × depth / 12 / 27' }],
      lines: [
        {
          kind: 'material',
          label: '{type}, {depth} in deep',
          quantity: 'volume',
          unit: 'yd³',
          unit_price: { by: ['type'], prices: { bark: '35.00', cedar: '50.00' } },
          waste_percent: '5',
          rounding: { places: 2, mode: 'up' },
        },
        {
          kind: 'labor',
          label: 'Spreading',
          quantity: 'volume',
          unit: 'yd³',
          unit_price: '45.00',
        },
      ],
      adjustments: [
        { kind: 'discount', label: 'Big job', when: 'volume > 20', percent: '5' },
        { kind: 'fee', label: 'Delivery', amount: '75.00' },
      ],
      minimum_charge: { label: 'Minimum job charge', amount: '250.00' },
    },
  ],
};
