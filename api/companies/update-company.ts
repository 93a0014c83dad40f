import type { CompanyFacts } from '../../db/schema/companies.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { lockCompany, updateCompany as update } from './queries.ts';
import type { CompanyDetails, CompanyPatch } from './schemas.ts';
import { viewCompanyDetails } from './view.ts';

/**
 * Changes what is given. It takes the permission of the sites, since the facts are what the sites'
 * assistants say.
 */
export async function updateCompany(ctx: Ctx, patch: CompanyPatch): Promise<CompanyDetails> {
  requirePermission(ctx.actor, 'sites.write');
  const { name, country, locale, timezone } = patch;
  const row = await withTenant(ctx, async (tx) => {
    const before = await lockCompany(tx);
    if (!before) return null;
    const facts = mergeFacts(before.facts, patch.facts ?? {});
    return update(tx, { name, country, locale, timezone, facts });
  });
  if (!row) throw new AppError('not_found');
  return viewCompanyDetails(row);
}

/** New facts over old ones; an empty text takes a fact away. */
export function mergeFacts(old: CompanyFacts, change: CompanyFacts): CompanyFacts {
  const all = { ...old, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text));
}
