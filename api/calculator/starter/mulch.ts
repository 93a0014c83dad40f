import type { CalculatorConfigInput } from '../config.ts';

interface MulchPrices {
  /** Per yd³, major units. */
  bark: string;
  cedar: string;
  dyed: string;
  playground: string;
  spreading: string;
  delivery: string;
  minimum: string;
}

/** Loose mulch by the cubic yard: area × depth, 12 in to the foot, 27 ft³ to the yard. */
export const mulch = (prices: MulchPrices): CalculatorConfigInput['services'][number] => ({
  id: 'mulch',
  name: 'Mulch',
  description: 'Mulch delivered and spread by hand.',
  synonyms: [
    ...['mulch', 'mulching', 'bark', 'bark mulch', 'wood chips', 'woodchips', 'ground cover'],
    ...['flower bed mulch', 'garden mulch', 'landscape mulch', 'playground chips'],
    ...['mantillo', 'corteza', 'acolchado', 'astillas de madera'],
  ],
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
      question: 'How deep should the mulch be? Three inches is usual.',
      kind: 'depth',
      unit: 'in',
      default: '3',
      min: '1',
      max: '12',
    },
    {
      id: 'type',
      label: 'Mulch',
      question: 'Which mulch: natural bark, cedar, dyed, or playground fiber?',
      kind: 'choice',
      default: 'bark',
      options: [
        {
          id: 'bark',
          label: 'Natural bark',
          synonyms: ['natural', 'brown', 'regular', 'fir bark'],
        },
        { id: 'cedar', label: 'Cedar mulch', synonyms: ['cedar chips', 'cedro'] },
        { id: 'dyed', label: 'Dyed mulch', synonyms: ['black', 'red', 'colored', 'coloured'] },
        { id: 'playground', label: 'Playground fiber', synonyms: ['playground', 'play chips'] },
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
      unit_price: {
        by: ['type'],
        prices: {
          bark: prices.bark,
          cedar: prices.cedar,
          dyed: prices.dyed,
          playground: prices.playground,
        },
      },
    },
    {
      kind: 'labor',
      label: 'Spreading',
      quantity: 'volume',
      unit: 'yd³',
      unit_price: prices.spreading,
    },
    { kind: 'fee', label: 'Delivery', quantity: '1', unit: 'job', unit_price: prices.delivery },
  ],
  minimum_charge: { label: 'Minimum job charge', amount: prices.minimum },
});
