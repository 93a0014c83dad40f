import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { parsePicodollars } from './format-picodollars.ts';
import { readBudget } from './get-ai-budget.ts';
import { updateBudget } from './queries.ts';
import type { BudgetView } from './schemas.ts';

/**
 * Sets what the company may spend in a month, from this one on; null for no limit. What was spent this
 * month already counts. A limit below it stops further calls and takes nothing back.
 */
export async function setAiBudget(
  ctx: Ctx,
  input: { monthlyLimitUsd: string | null },
): Promise<BudgetView> {
  requirePermission(ctx.actor, 'ai_budget.write');
  const limit = input.monthlyLimitUsd === null ? null : parsePicodollars(input.monthlyLimitUsd);
  return withTenant(ctx, async (tx) => {
    await updateBudget(tx, limit);
    return readBudget(tx, ctx.now());
  });
}
