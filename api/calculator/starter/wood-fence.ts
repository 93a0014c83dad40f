import type { CalculatorConfigInput } from '../config.ts';

/** Major units, for fences of 4, 6 and 8 ft. */
type ByHeight = readonly [four: string, six: string, eight: string];

interface FencePrices {
  pressureTreated: ByHeight;
  cedar: ByHeight;
  redwood: ByHeight;
  post: ByHeight;
  /** Per ft of fence. */
  labor: ByHeight;
  concreteBag: string;
  gate: string;
  gateLabor: string;
  minimum: string;
}

/** Panels of 8 ft between posts set in concrete: one post more than panels, and one for each gate. */
export const woodFence = (prices: FencePrices): CalculatorConfigInput['services'][number] => ({
  id: 'wood_fence',
  name: 'Wood fence',
  description: 'A wood fence in 8 ft panels: panels, posts, concrete, gates and labor.',
  synonyms: [
    ...['fence', 'fences', 'fencing', 'wooden fence', 'privacy fence', 'backyard fence'],
    ...['cedar fence', 'redwood fence', 'pressure treated fence', 'picket fence', 'board fence'],
    ...['fence panels', 'new fence', 'fence replacement', 'fence line'],
    ...['cerca', 'cerca de madera', 'valla', 'barda de madera'],
  ],
  inputs: [
    {
      id: 'length',
      label: 'Length',
      question: 'How long is the fence, in feet?',
      kind: 'length',
      unit: 'ft',
      min: '8',
      max: '5000',
    },
    {
      id: 'height',
      label: 'Height',
      question: 'How high should it be: 4, 6 or 8 feet?',
      kind: 'height',
      unit: 'ft',
      default: '6',
      min: '4',
      max: '8',
      options: [
        { id: '4', label: '4 ft', synonyms: ['four feet', '4 feet'] },
        { id: '6', label: '6 ft', synonyms: ['six feet', '6 feet'] },
        { id: '8', label: '8 ft', synonyms: ['eight feet', '8 feet'] },
      ],
    },
    {
      id: 'material',
      label: 'Material',
      question: 'Which wood: cedar, redwood or pressure-treated?',
      kind: 'choice',
      default: 'cedar',
      options: [
        { id: 'cedar', label: 'Cedar', synonyms: ['western red cedar', 'cedro'] },
        { id: 'redwood', label: 'Redwood', synonyms: ['red wood', 'secuoya'] },
        {
          id: 'pressure_treated',
          label: 'Pressure-treated',
          synonyms: ['pressure treated', 'treated', 'pt', 'treated pine', 'cheapest'],
        },
      ],
    },
    {
      id: 'gates',
      label: 'Gates',
      question: 'How many gates do you need?',
      kind: 'count',
      unit: 'each',
      default: '0',
      min: '0',
      max: '20',
    },
  ],
  derived: [
    { id: 'panels', formula: 'ceil(length / 8)' },
    { id: 'posts', formula: 'panels + 1 + gates' },
  ],
  lines: [
    {
      kind: 'material',
      label: '{material} panels, 8 ft wide, {height} high',
      quantity: 'panels',
      unit: 'panels',
      unit_price: {
        by: ['material', 'height'],
        prices: {
          ...byHeight(prices.cedar, 'cedar/'),
          ...byHeight(prices.redwood, 'redwood/'),
          ...byHeight(prices.pressureTreated, 'pressure_treated/'),
        },
      },
    },
    {
      kind: 'material',
      label: 'Posts for {height}',
      quantity: 'posts',
      unit: 'posts',
      unit_price: { by: ['height'], prices: byHeight(prices.post) },
    },
    {
      kind: 'material',
      label: 'Concrete, 80 lb bags',
      quantity: 'posts × if(height >= 8, 3, 2)',
      unit: 'bags',
      unit_price: prices.concreteBag,
    },
    {
      kind: 'material',
      label: 'Gates with hardware',
      quantity: 'gates',
      unit: 'gate',
      unit_price: prices.gate,
    },
    {
      kind: 'labor',
      label: 'Setting posts and hanging panels',
      quantity: 'length',
      unit: 'ft',
      unit_price: { by: ['height'], prices: byHeight(prices.labor) },
    },
    {
      kind: 'labor',
      label: 'Hanging gates',
      quantity: 'gates',
      unit: 'gate',
      unit_price: prices.gateLabor,
    },
  ],
  minimum_charge: { label: 'Minimum job charge', amount: prices.minimum },
});

function byHeight([four, six, eight]: ByHeight, prefix = ''): Record<string, string> {
  return { [`${prefix}4`]: four, [`${prefix}6`]: six, [`${prefix}8`]: eight };
}
