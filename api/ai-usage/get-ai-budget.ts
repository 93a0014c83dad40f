import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { formatPicodollars } from './format-picodollars.ts';
import { selectBudget, selectMonthTotals } from './queries.ts';
import type { BudgetView } from './schemas.ts';

/** This month's budget and what is left of it. */
export async function getAiBudget(ctx: Ctx): Promise<BudgetView> {
  requirePermission(ctx.actor, 'ai_usage.read');
  return withTenant(ctx, (tx) => readBudget(tx, ctx.now()));
}

/** The limit rolls over from month to month; what was spent does not. */
export async function readBudget(tx: TenantTx, now: Date): Promise<BudgetView> {
  const month = `${now.toISOString().slice(0, 7)}-01`;
  const [[budget], totals] = await Promise.all([
    selectBudget(tx, month),
    selectMonthTotals(tx, month),
  ]);
  const limit = budget?.limit ?? null;
  const { spent, reserved } = limit !== null && budget?.month === month ? budget : totals;
  const left = limit === null ? null : limit - spent - reserved;
  return {
    month: month.slice(0, 7),
    monthly_limit_usd: limit === null ? null : formatPicodollars(limit),
    spent_usd: formatPicodollars(spent),
    reserved_usd: formatPicodollars(reserved),
    remaining_usd: left === null ? null : formatPicodollars(left > 0n ? left : 0n),
  };
}
