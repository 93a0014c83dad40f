import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { findCompany } from './find-company.ts';
import type { CompanyDetails } from './schemas.ts';
import { viewCompanyDetails } from './view.ts';

/** The actor's company with its facts, which its sites tell to anybody. */
export async function getCompany(ctx: Ctx): Promise<CompanyDetails> {
  requirePermission(ctx.actor, 'sites.read');
  const row = await inOneTrip(ctx, findCompany);
  if (!row) throw new AppError('not_found');
  return viewCompanyDetails(row);
}
