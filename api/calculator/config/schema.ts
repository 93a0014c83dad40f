import { z } from '@hono/zod-openapi';
import { FORMULA_CHARACTERS_MAX } from '../formula/parse.ts';

const CONTROL = /\p{Cc}/u;

/** Words that people read: trimmed, on one line. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(
      (text) => text.isWellFormed() && !CONTROL.test(text),
      'has characters that are not text',
    );

/** What formulas and quotes call it. */
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and _, a letter first');

/** Option ids may begin with a digit, since the options of a number are numbers. */
const optionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.]{0,39}$/, 'must be lower-case letters, digits and _');

const decimal = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'must be a decimal number as text, such as "4.50"');

const formula = z.string().min(1).max(FORMULA_CHARACTERS_MAX);

export const LINE_KINDS = ['material', 'labor', 'fee', 'discount'] as const;
export const INPUT_KINDS = ['area', 'length', 'height', 'depth', 'count', 'choice'] as const;
export const INPUT_UNITS = ['sq_ft', 'ft', 'in', 'yd', 'cu_yd', 'sq_m', 'm', 'cm', 'each'] as const;

const option = z.strictObject({
  id: optionId,
  label: words(60),
  synonyms: z.array(words(60)).max(40).default([]),
});

const input = z.strictObject({
  id,
  label: words(60),
  question: words(200),
  kind: z.enum(INPUT_KINDS),
  unit: z.enum(INPUT_UNITS).nullable().default(null).describe('null for a choice'),
  default: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('Used when the input is not given; without one the input is required'),
  min: decimal.nullable().default(null),
  max: decimal.nullable().default(null),
  options: z
    .array(option)
    .max(40)
    .default([])
    .describe('Of a choice; on a number, the only values allowed'),
});

const derived = z.strictObject({ id, formula });

const rounding = z.strictObject({
  places: z.int().min(0).max(4).default(2),
  mode: z.enum(['nearest', 'up', 'down']).default('nearest'),
});

const price = z.union([
  decimal,
  z.strictObject({
    by: z.array(id).min(1).max(3).describe('Inputs with options'),
    prices: z.record(z.string().max(130), decimal).describe('By option ids joined with "/"'),
  }),
]);

const line = z.strictObject({
  kind: z.enum(['material', 'labor', 'fee']),
  label: words(120).describe('"{input_id}" stands for the option chosen or the number given'),
  quantity: formula,
  unit: words(20),
  unit_price: price.describe('Major units as text: "4.50"'),
  waste_percent: decimal.optional().describe('Added to the quantity before it is rounded'),
  rounding: rounding.default({ places: 2, mode: 'nearest' }),
});

const adjustment = z.strictObject({
  kind: z.enum(['fee', 'discount']),
  label: words(120),
  when: formula.optional().describe('A condition; may also use "subtotal", in major units'),
  amount: decimal.optional().describe('Major units; this or percent'),
  percent: decimal.optional().describe('Of the subtotal so far; this or amount'),
});

const service = z.strictObject({
  id,
  name: words(80),
  description: words(300),
  synonyms: z.array(words(60)).max(60).default([]),
  inputs: z.array(input).min(1).max(20),
  derived: z.array(derived).max(30).default([]),
  lines: z.array(line).min(1).max(40),
  adjustments: z.array(adjustment).max(10).default([]),
  minimum_charge: z.strictObject({ label: words(120), amount: decimal }).optional(),
});

/** A company's price list as data; docs/calculator.md explains it. Versions of it are never changed. */
export const calculatorConfigSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'),
  tax: z.strictObject({
    label: words(60),
    rate_percent: decimal.describe('"7.75" is 7.75 %'),
    applies_to: z.array(z.enum(LINE_KINDS)).max(LINE_KINDS.length),
  }),
  validity_days: z.int().min(1).max(365).describe('How many days a quote holds'),
  range_percent: decimal.optional().describe('Quotes also give total ± this much'),
  note: words(500).optional().describe('For the people who keep the prices; visitors never see it'),
  services: z.array(service).min(1).max(50),
});

export type CalculatorConfig = z.output<typeof calculatorConfigSchema>;
/** As people write it: what has a default may be left out. */
export type CalculatorConfigInput = z.input<typeof calculatorConfigSchema>;
export type ServiceConfig = CalculatorConfig['services'][number];
export type InputConfig = ServiceConfig['inputs'][number];
export type LineConfig = ServiceConfig['lines'][number];
export type AdjustmentConfig = ServiceConfig['adjustments'][number];
export type UnitPrice = LineConfig['unit_price'];
