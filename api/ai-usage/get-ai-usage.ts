import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { formatPicodollars } from './format-picodollars.ts';
import { type Span, selectUnpricedModels, selectUsage, selectUsageTotal } from './queries.ts';
import type { UsageGroup, UsageReport, UsageSums } from './schemas.ts';

export interface UsageQuestion {
  /** Days, both included, UTC; the present month up to today unless given. */
  from?: string | undefined;
  to?: string | undefined;
  groupBy: UsageGroup;
}

/** What the model calls of a time cost, grouped. Calls under way are not in it. */
export async function getAiUsage(ctx: Ctx, question: UsageQuestion): Promise<UsageReport> {
  requirePermission(ctx.actor, 'ai_usage.read');
  const span = spanOf(question, ctx.now());
  const { groupBy } = question;
  return withTenant(ctx, async (tx) => {
    const [items, [total], unpriced] = await Promise.all([
      selectUsage(tx, groupBy, span),
      selectUsageTotal(tx, span),
      selectUnpricedModels(tx, span),
    ]);
    return {
      ...span,
      group_by: groupBy,
      items: items.map((row) => ({
        key: row.key ?? 'unknown',
        label: row.label ?? NAMELESS[groupBy] ?? row.key ?? '',
        first_at: row.firstAt.toISOString(),
        ...sumsView(row),
      })),
      total: sumsView(total),
      alerts: unpriced.map(({ model, lastDay }) => ({
        type: 'model_without_price',
        model,
        last_day: lastDay,
        message: `No price is known for ${model}: the guided assistant answered instead.`,
      })),
    };
  });
}

/** What a group without a name is called. */
const NAMELESS: Partial<Record<UsageGroup, string>> = { session: 'Visitor', customer: 'Not known' };

function spanOf({ from, to }: UsageQuestion, now: Date): Span {
  const today = now.toISOString().slice(0, 10);
  const last = to ?? (from && from > today ? from : today);
  return { from: from ?? `${last.slice(0, 7)}-01`, to: last };
}

interface SumsRow {
  calls: string;
  inputTokens: string;
  cachedTokens: string;
  outputTokens: string;
  reasoningTokens: string;
  cost: string;
}

function sumsView(row: SumsRow | undefined): UsageSums {
  return {
    calls: Number(row?.calls ?? 0),
    input_tokens: Number(row?.inputTokens ?? 0),
    cached_tokens: Number(row?.cachedTokens ?? 0),
    output_tokens: Number(row?.outputTokens ?? 0),
    reasoning_tokens: Number(row?.reasoningTokens ?? 0),
    cost_picousd: row?.cost ?? '0',
    cost_usd: formatPicodollars(BigInt(row?.cost ?? 0)),
  };
}
