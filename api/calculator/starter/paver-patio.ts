import type { CalculatorConfigInput } from '../config.ts';

interface PaverPrices {
  /** Per sq ft, major units. */
  standard: string;
  premium: string;
  naturalStone: string;
  preparing: string;
  laying: string;
  /** Per ton. */
  baseRock: string;
  sand: string;
  /** Per ft. */
  edging: string;
  delivery: string;
  minimum: string;
}

/** Pavers on 4 in of base rock and 1 in of sand; tons from the volume at 1.4 and 1.35 t a yd³. */
export const paverPatio = (prices: PaverPrices): CalculatorConfigInput['services'][number] => ({
  id: 'paver_patio',
  name: 'Paver patio',
  description: 'A paver patio or walkway: base, sand, pavers, edging and labor.',
  synonyms: [
    ...['patio', 'patios', 'paver', 'pavers', 'paving', 'paving stones', 'paver stones'],
    ...['brick patio', 'stone patio', 'flagstone patio', 'backyard patio', 'courtyard'],
    ...['walkway', 'paver walkway', 'walkway pavers', 'path', 'pathway', 'sidewalk'],
    ...[
      'paver driveway',
      'driveway pavers',
      'interlocking pavers',
      'pool deck pavers',
      'hardscape',
    ],
    ...['adoquines', 'adoquín', 'patio de adoquines', 'camino'],
  ],
  inputs: [
    {
      id: 'area',
      label: 'Area',
      question: 'About how big is the patio? Length by width or square feet both work.',
      kind: 'area',
      unit: 'sq_ft',
      min: '20',
      max: '20000',
    },
    {
      id: 'paver',
      label: 'Pavers',
      question: 'Which pavers do you like: standard concrete, premium, or natural stone?',
      kind: 'choice',
      default: 'standard',
      options: [
        {
          id: 'standard',
          label: 'Standard concrete pavers',
          synonyms: ['standard', 'concrete', 'basic', 'regular', 'cheapest', 'brick'],
        },
        {
          id: 'premium',
          label: 'Premium pavers',
          synonyms: ['premium', 'better', 'textured', 'tumbled', 'porcelain'],
        },
        {
          id: 'natural_stone',
          label: 'Natural stone',
          synonyms: ['natural', 'stone', 'flagstone', 'travertine', 'bluestone', 'slate'],
        },
      ],
    },
  ],
  derived: [
    { id: 'base_volume', formula: 'area × 4 / 12 / 27' },
    { id: 'sand_volume', formula: 'area × 1 / 12 / 27' },
    { id: 'perimeter', formula: 'ceil(4 × sqrt(area))' },
  ],
  lines: [
    {
      kind: 'material',
      label: '{paver}, 10% waste included',
      quantity: 'area',
      unit: 'sq ft',
      unit_price: {
        by: ['paver'],
        prices: {
          standard: prices.standard,
          premium: prices.premium,
          natural_stone: prices.naturalStone,
        },
      },
      waste_percent: '10',
    },
    {
      kind: 'material',
      label: 'Base rock, 4 in compacted',
      quantity: 'base_volume × 1.4',
      unit: 'tons',
      unit_price: prices.baseRock,
    },
    {
      kind: 'material',
      label: 'Bedding sand, 1 in',
      quantity: 'sand_volume × 1.35',
      unit: 'tons',
      unit_price: prices.sand,
    },
    {
      kind: 'material',
      label: 'Edge restraint, estimated',
      quantity: 'perimeter',
      unit: 'ft',
      unit_price: prices.edging,
    },
    {
      kind: 'labor',
      label: 'Excavation and base preparation',
      quantity: 'area',
      unit: 'sq ft',
      unit_price: prices.preparing,
    },
    {
      kind: 'labor',
      label: 'Laying, cutting and jointing',
      quantity: 'area',
      unit: 'sq ft',
      unit_price: prices.laying,
    },
    {
      kind: 'fee',
      label: 'Material delivery',
      quantity: '1',
      unit: 'job',
      unit_price: prices.delivery,
    },
  ],
  minimum_charge: { label: 'Minimum job charge', amount: prices.minimum },
});
