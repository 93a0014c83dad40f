import { eq } from 'drizzle-orm';
import { companies } from '../../db/schema/companies.ts';
import type { StoredEvidence, StoredSuggestion } from '../../db/schema/customers.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { databaseErrorCode, inOneTrip, inTwoTrips } from '../platform/tenant-db.ts';
import { decideLead } from './decide-lead.ts';
import { gatherLead } from './gather-lead.ts';
import type { HeardLead } from './lead.types.ts';
import { writeLead } from './write-lead.ts';

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

const ATTEMPTS = 3; // each further one needs a writer that did not ask for the locks

/**
 * Records what was heard about a person and lands it on one customer, new or known. Two at the same
 * instant about the same new person make one customer.
 * @throws AppError forbidden
 */
export async function recordLead(ctx: Ctx, input: RecordLeadInput): Promise<LeadOutcome> {
  requirePermission(ctx.actor, 'leads.write');
  const heard = { ...input, country: input.country ?? (await companyCountry(ctx)) };
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptLead(ctx, heard);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}

/** Whether somebody else's write came in between: the decision must be taken again from the start. */
export function isCollision(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code === '23505' || code === '40P01'; // unique violation, deadlock
}

function attemptLead(ctx: Ctx, heard: HeardLead): Promise<LeadOutcome> {
  const ids = { leadId: newId(), customerId: newId() };
  return inTwoTrips(
    ctx,
    (tx) => gatherLead(tx, ctx.companyId, heard),
    async (tx, gathered) => {
      const decision = decideLead(heard, gathered);
      const landed = await writeLead(tx, ctx, { heard, gathered, decision, ids });
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

async function companyCountry(ctx: Ctx): Promise<string> {
  const [company] = await inOneTrip(ctx, (tx) =>
    tx
      .select({ country: companies.country })
      .from(companies)
      .where(eq(companies.id, ctx.companyId))
      .execute(),
  );
  return company?.country ?? 'US';
}
