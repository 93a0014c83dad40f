import { z } from '@hono/zod-openapi';
import { dayInput } from '../platform/instant.ts';

const DAYS_MAX = 366; // one statement reads them all

const isoDate = z.iso.date();

export const usageQuery = z
  .object({
    from: dayInput.optional().openapi({
      description: 'First day, UTC. The first of the present month unless given.',
      example: '2026-11-01',
    }),
    to: dayInput.optional().openapi({
      description: 'Last day, UTC, included. Today unless given.',
      example: '2026-11-30',
    }),
    group_by: z
      .enum(['day', 'model', 'session', 'customer'])
      .default('day')
      .openapi({ description: 'What each item sums up.' }),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    message: 'to must not be before from',
  })
  .refine(({ from, to }) => !from || !to || daysBetween(from, to) < DAYS_MAX, {
    path: ['to'],
    message: `from and to may span ${DAYS_MAX} days at most`,
  });

export type UsageGroup = z.infer<typeof usageQuery>['group_by'];

const sums = z.object({
  calls: z.int(),
  input_tokens: z.int().openapi({ example: 17 }),
  cached_tokens: z.int().openapi({ description: 'Part of input_tokens.', example: 0 }),
  output_tokens: z.int().openapi({ example: 482 }),
  reasoning_tokens: z.int().openapi({ description: 'Part of output_tokens.', example: 448 }),
  cost_picousd: z.string().openapi({ description: 'Integer of 10⁻¹² USD.', example: '193650000' }),
  cost_usd: z.string().openapi({ description: 'The same in USD, exact.', example: '0.00019365' }),
});

export const usageReport = z
  .object({
    from: isoDate,
    to: isoDate,
    group_by: z.enum(['day', 'model', 'session', 'customer']),
    items: z.array(
      z
        .object({
          key: z.string().openapi({
            description: 'The day, the model, or the id of the session or customer.',
            example: '2026-11-21',
          }),
          label: z.string().openapi({ description: 'The same to read.', example: '2026-11-21' }),
          first_at: z.iso.datetime().openapi({ description: 'When its first call was made.' }),
        })
        .extend(sums.shape),
    ),
    total: sums,
    alerts: z.array(
      z.object({
        type: z.enum(['model_without_price']),
        model: z.string().openapi({ example: 'gpt-9-preview' }),
        last_day: isoDate,
        message: z.string().openapi({ example: 'No price is known for gpt-9-preview.' }),
      }),
    ),
  })
  .openapi('AiUsage');

export type UsageSums = z.infer<typeof sums>;
export type UsageReport = z.infer<typeof usageReport>;

const LIMIT_MAX_USD = 1_000_000; // picodollars in a bigint hold nine times as much

export const budgetInput = z
  .object({
    monthly_limit_usd: z
      .string()
      .refine(
        (usd) => /^\d{1,7}(\.\d{1,12})?$/.test(usd) && Number(usd) <= LIMIT_MAX_USD,
        'Write an amount of up to 1,000,000 US dollars, such as 25.00.',
      )
      .nullable()
      .openapi({ description: 'null for no limit.', example: '25.00' }),
  })
  .openapi('AiBudgetInput');

export const budgetView = z
  .object({
    month: z.string().openapi({ description: 'YYYY-MM, UTC.', example: '2026-11' }),
    monthly_limit_usd: z.string().nullable().openapi({ example: '25.00' }),
    spent_usd: z.string().openapi({ example: '3.75' }),
    reserved_usd: z
      .string()
      .openapi({ description: 'Set aside for calls under way.', example: '0.05' }),
    remaining_usd: z
      .string()
      .nullable()
      .openapi({ description: 'null without a limit.', example: '21.20' }),
  })
  .openapi('AiBudget');

export type BudgetView = z.infer<typeof budgetView>;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
