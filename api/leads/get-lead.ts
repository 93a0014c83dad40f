import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { leadQuery } from './queries.ts';
import type { LeadView } from './schemas.ts';

/** A lead and the customer that it is on now. Throws `not_found`. */
export async function getLead(ctx: Ctx, id: string): Promise<LeadView> {
  requirePermission(ctx.actor, 'customers.read');
  const [lead] = await inOneTrip(ctx, (tx) => leadQuery(tx, ctx.companyId, id).execute());
  if (!lead) throw new AppError('not_found');
  const { name, email, phone, address, country, notes, source, action } = lead;
  return {
    id: lead.id,
    customer_id: lead.customerId,
    conversation_id: lead.sessionId,
    ...{ source, name, email, phone, address, country, notes, action },
    confidence: lead.confidence === null ? null : lead.confidence / 100,
    evidence: lead.evidence,
    suggestions: lead.suggestions,
    created_at: lead.createdAt.toISOString(),
    updated_at: lead.updatedAt.toISOString(),
  };
}
