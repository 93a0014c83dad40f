import type { StoredEvidence, StoredSuggestion } from '../../db/schema/customers.ts';
import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { companyCountry } from '../customers/company-country.ts';
import { isCollision, retryOnCollision } from '../platform/database/retry-on-collision.ts';
import { inOneTrip, inTwoTrips } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { decideLead } from './decide-lead.ts';
import { gatherLead } from './gather-lead.ts';
import type { HeardLead } from './lead.types.ts';
import { leadIdOf } from './lead-writes.ts';
import { writeLead } from './write-lead.ts';

export { isCollision };

export type RecordLeadInput = Omit<HeardLead, 'country'> & { country?: string | undefined };

/** Where a lead landed and why, as on the wire. */
export interface LeadOutcome {
  lead_id: string;
  customer_id: string | null;
  action: 'created' | 'linked' | 'updated' | null;
  /** 0 to 1, that the action is right. */
  confidence: number;
  evidence: StoredEvidence[];
  suggestions: StoredSuggestion[];
}

/**
 * Records what was heard about a person and lands it on one customer, new or known. Two at the same
 * instant about the same new person make one customer.
 * @throws AppError forbidden
 */
export async function recordLead(ctx: Ctx, input: RecordLeadInput): Promise<LeadOutcome> {
  requirePermission(ctx.actor, 'leads.write');
  const heard = { ...input, country: input.country ?? (await inOneTrip(ctx, companyCountry)) };
  return retryOnCollision(() => attemptLead(ctx, heard));
}

function attemptLead(ctx: Ctx, heard: HeardLead): Promise<LeadOutcome> {
  const ids = { leadId: newId(), customerId: newId() };
  return inTwoTrips(
    ctx,
    (tx) => gatherLead(tx, ctx.companyId, heard),
    async (tx, gathered) => {
      const decision = decideLead(heard, gathered);
      const lead = { heard, gathered, decision, ids };
      const [landed] = await Promise.all([
        writeLead(tx, ctx, lead),
        fulfilClaim(tx, ctx, leadIdOf(lead)),
      ]);
      const { action, confidence, evidence, suggestions } = decision;
      return {
        lead_id: landed.leadId,
        customer_id: landed.customerId,
        action,
        confidence,
        evidence,
        suggestions,
      };
    },
  );
}
