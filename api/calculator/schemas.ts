import { z } from '@hono/zod-openapi';
import { pageQuery } from '../platform/cursor.ts';
import { EXAMPLE_CONFIG } from './config/example.ts';
import { calculatorConfigSchema, INPUT_KINDS, LINE_KINDS } from './config/schema.ts';
import { EXAMPLE_INPUTS, EXAMPLE_PRICED } from './example-quote.ts';

const EXAMPLE_ID = '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44';
const EXAMPLE_QUOTE = {
  id: EXAMPLE_ID,
  number: 'Q-1001',
  ...EXAMPLE_PRICED,
  config_version: 1,
  valid_until: '2026-12-21',
  created_at: '2026-11-21T09:30:00.000Z',
};
const INPUT_CHARACTERS_MAX = 100; // of one value
const minorUnits = z.number().int();
const decimalText = z.string();

export const serviceViewSchema = z
  .object({
    id: z.string().openapi({ example: 'paver_patio' }),
    name: z.string().openapi({ example: 'Paver patio' }),
    description: z.string(),
    synonyms: z.array(z.string()).openapi({ description: 'Other words homeowners use for it.' }),
    inputs: z.array(
      z.object({
        id: z.string().openapi({ example: 'area' }),
        label: z.string().openapi({ example: 'Area' }),
        question: z.string().openapi({ example: 'About how big is the patio, in square feet?' }),
        kind: z.enum(INPUT_KINDS),
        unit: z.string().nullable().openapi({ example: 'sq_ft' }),
        required: z.boolean(),
        default: z.string().nullable().openapi({ description: 'Used when it is not given.' }),
        min: decimalText.nullable().openapi({ example: '20' }),
        max: decimalText.nullable().openapi({ example: '20000' }),
        options: z.array(
          z.object({
            id: z.string().openapi({ example: 'standard' }),
            label: z.string().openapi({ example: 'Standard concrete pavers' }),
            synonyms: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi('Service');

export const servicesPage = z.object({
  items: z.array(serviceViewSchema),
  next_cursor: z.string().nullable(),
});

const lineSchema = z.object({
  kind: z.enum(LINE_KINDS),
  label: z.string().openapi({ example: 'Standard concrete pavers' }),
  quantity: decimalText.openapi({ example: '550' }),
  unit: z.string().openapi({ example: 'sq ft' }),
  unit_price: minorUnits.openapi({ example: 450 }),
  amount: minorUnits.openapi({ example: 247500 }),
});

/** A quote as visitors see it. */
export const quoteViewSchema = z
  .object({
    id: z.uuid(),
    number: z.string().openapi({ example: 'Q-1001' }),
    service: z.string().openapi({ example: 'paver_patio' }),
    title: z.string().openapi({ example: 'Paver patio' }),
    inputs: z.record(z.string(), z.string()).openapi({ example: { area: '500' } }),
    currency: z.string().openapi({ example: 'USD' }),
    lines: z.array(lineSchema),
    subtotal: minorUnits,
    tax: minorUnits,
    total: minorUnits,
    range: z.object({ low: minorUnits, high: minorUnits }).optional(),
    waterfall: z
      .array(z.object({ label: z.string(), amount: minorUnits, running_total: minorUnits }))
      .openapi({ description: 'From the bare material to the total, step by step.' }),
    config_version: z.number().int().openapi({ description: 'Version of the price list.' }),
    valid_until: z.iso.date().openapi({ description: 'The last day on which the price holds.' }),
    created_at: z.iso.datetime(),
  })
  .openapi('Quote', {
    description: 'Amounts are integer minor units, quantities decimal text.',
    example: EXAMPLE_QUOTE,
  });

/** A quote as staff see it. */
export const quoteRecordSchema = quoteViewSchema
  .extend({ session_id: z.uuid().nullable(), customer_id: z.uuid().nullable() })
  .openapi('QuoteRecord', {
    example: { ...EXAMPLE_QUOTE, session_id: EXAMPLE_ID, customer_id: EXAMPLE_ID },
  });

export const quotesPage = z.object({
  items: z.array(quoteRecordSchema),
  next_cursor: z.string().nullable(),
});

const inputValue = z.union([z.string().max(INPUT_CHARACTERS_MAX), z.number()], {
  error: 'must be a number or a text',
});

export const quoteInput = z.object({
  service: z.string().min(1).max(40).openapi({ example: EXAMPLE_PRICED.service }),
  inputs: z.record(z.string().max(40), inputValue).openapi({
    description: 'By input id: a number as plain text without thousands separators, or an option.',
    example: EXAMPLE_INPUTS,
  }),
  customer_id: z
    .uuid()
    .optional()
    .openapi({ description: 'Whom it is for; a lead moves on to the stage `quoted`.' }),
});

export const quotesQueryInput = pageQuery.extend({
  customer_id: z.uuid().optional().openapi({ description: 'Only those for this customer.' }),
  session_id: z.uuid().optional().openapi({ description: 'Only those of this chat session.' }),
});

export const configQuery = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .openapi({ description: 'An older version; the one in force when left out.' }),
});

export const configViewSchema = z
  .object({
    version: z.number().int(),
    config: calculatorConfigSchema.openapi('CalculatorConfig', {
      description:
        'A price list. What has a default may be left out; a formula may use the ids of inputs and of what was derived before it.',
      example: EXAMPLE_CONFIG,
    }),
    created_by: z.uuid().nullable(),
    created_at: z.iso.datetime(),
  })
  .openapi('CalculatorConfigVersion');

export const publishInput = z.object({
  base_version: z.number().int().min(0).max(2_147_483_646).openapi({
    description: 'The version that was changed; 0 where there is none yet.',
  }),
  // Checked by the verb, which names each mistake by its path.
  config: z.record(z.string(), z.unknown()).openapi({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/CalculatorConfig' }],
    description: 'The whole new price list.',
  }),
});

/** Numbers of a JSON body become text before anything is reckoned with them. */
export function textInputs(inputs: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, String(value)]));
}
