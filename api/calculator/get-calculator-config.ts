import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { type CalculatorConfig, parseCalculatorConfig } from './config.ts';
import { type ConfigRow, configVersionQuery, currentConfigQuery } from './queries.ts';

export interface CalculatorConfigView {
  version: number;
  config: CalculatorConfig;
  /** Id of the user who published it; null when it came with the company or by an API key. */
  created_by: string | null;
  created_at: string;
}

/** The price list in force, or an older version; throws `calculator_not_configured`, `not_found`. */
export async function getCalculatorConfig(
  ctx: Ctx,
  { version }: { version?: number | undefined } = {},
): Promise<CalculatorConfigView> {
  requirePermission(ctx.actor, 'calculator.read');
  const [row] = await inOneTrip(ctx, async (tx) =>
    version === undefined ? currentConfigQuery(tx) : configVersionQuery(tx, version),
  );
  if (row) return configView(row);
  if (version === undefined) throw new AppError('calculator_not_configured');
  throw new AppError('not_found', { detail: `The price list has no version ${version}.` });
}

/** A price list as on the wire. */
export function configView(row: ConfigRow): CalculatorConfigView {
  return {
    version: row.version,
    config: parseCalculatorConfig(row.config),
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
  };
}
