import { AppError } from '../errors.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { type LoadedConfig, parseCalculatorConfig } from './config.ts';
import { currentConfigQuery } from './queries.ts';

/** The price list in force; throws `calculator_not_configured` when the company has none. */
export async function loadConfig(tx: TenantTx): Promise<LoadedConfig> {
  const [row] = await currentConfigQuery(tx);
  if (!row) throw new AppError('calculator_not_configured');
  return { version: row.version, config: parseCalculatorConfig(row.config) };
}
