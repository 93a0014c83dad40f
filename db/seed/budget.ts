import type postgres from 'postgres';

const MONTHLY_LIMIT_PICOUSD = 25_000_000_000_000n; // 25.00 USD

/** A monthly AI budget, unless one was set before. */
export async function seedBudget(tx: postgres.TransactionSql): Promise<void> {
  const known = await tx`select 1 from ai_budgets limit 1`;
  if (known.length > 0) return;
  await tx`select set_ai_budget(${MONTHLY_LIMIT_PICOUSD.toString()}::bigint)`;
}
