import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { databaseErrorCode } from '../platform/database/database-errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { checkCalculatorConfig } from './config.ts';
import { type CalculatorConfigView, configView } from './get-calculator-config.ts';
import { currentConfigQuery, insertConfig } from './queries.ts';

export interface PublishInput {
  /** The version that the change was made on; 0 where there is none yet. */
  baseVersion: number;
  config: unknown;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Puts a new version of the price list in force; quotes given before keep theirs.
 * @throws AppError `calculator_config_invalid` with the path of each mistake, `conflict` when
 * somebody has published since `baseVersion`
 */
export async function publishCalculatorConfig(
  ctx: Ctx,
  { baseVersion, config }: PublishInput,
): Promise<CalculatorConfigView> {
  requirePermission(ctx.actor, 'calculator.write');
  const checked = checkCalculatorConfig(config);
  if (!checked.ok) throw new AppError('calculator_config_invalid', { fields: checked.problems });
  try {
    return await withTenant(ctx, async (tx) => {
      const [current] = await currentConfigQuery(tx);
      if ((current?.version ?? 0) !== baseVersion) throw outdated(current?.version);
      const [row] = await insertConfig(tx, {
        companyId: ctx.companyId,
        id: newId(),
        version: baseVersion + 1,
        config: checked.config,
        createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
        createdAt: ctx.now(),
      });
      if (!row) throw new Error('insert returned no row');
      return configView(row);
    });
  } catch (error) {
    throw databaseErrorCode(error) === UNIQUE_VIOLATION ? outdated() : error;
  }
}

function outdated(version?: number): AppError {
  const current = version === undefined ? '' : ` It is at version ${version} now.`;
  return new AppError('conflict', {
    detail: `The price list was published by someone else meanwhile.${current} Read it and try again.`,
  });
}
