import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { toCandidate } from '../leads/decide-lead.ts';
import { gatherLead } from '../leads/gather-lead.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { findLookAlikes } from './match/match-lead.ts';
import { customerQuery } from './queries.ts';
import type { DuplicateView } from './views.ts';

/** Other customers that may be the same person, the likeliest first; worked out as of now. */
export async function listDuplicates(ctx: Ctx, id: string): Promise<{ items: DuplicateView[] }> {
  requirePermission(ctx.actor, 'customers.read');
  const { candidates } = await withTenant(ctx, async (tx) => {
    const [row] = await customerQuery(tx, ctx.companyId, id);
    if (!row) throw new AppError('not_found');
    return gatherLead(tx, ctx.companyId, { ...row, customerId: id });
  });
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const self = known.get(id);
  if (!self) throw new AppError('not_found');
  const alike = findLookAlikes(toCandidate(self), candidates.map(toCandidate));
  const items = alike.flatMap(({ customer_id, confidence, evidence }) => {
    const other = known.get(customer_id);
    if (!other) return [];
    const { name, email, phone } = other;
    return [{ customer: { id: other.id, name, email, phone }, confidence, evidence }];
  });
  return { items };
}
