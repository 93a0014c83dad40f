import type { SQLWrapper } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { decideLead } from '../../leads/decide-lead.ts';
import { gatherLead } from '../../leads/gather-lead.ts';
import type { HeardLead } from '../../leads/lead.types.ts';
import { customerOf, leadWrites } from '../../leads/lead-writes.ts';
import { isCollision } from '../../leads/record-lead.ts';
import { executeInline, oneStatement } from '../../platform/database/one-statement.ts';
import { inTwoTrips } from '../../platform/database/tenant-db.ts';
import { newId } from '../../platform/ids.ts';

const ATTEMPTS = 3; // as for a lead by itself

export interface LandedLead {
  /** Null until the visitor can be reached. */
  customerId: string | null;
}

/**
 * Lands what a turn has heard about the visitor on one customer, together with the turn's own writes:
 * two round trips, one transaction. `writes` are told the customer, who may be new.
 */
export async function landLead(
  ctx: Ctx,
  heard: HeardLead,
  writes: (customerId: string | null) => SQLWrapper[],
  calls: Record<string, SQLWrapper>,
): Promise<LandedLead> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await landOnce(ctx, heard, writes, calls);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}

function landOnce(
  ctx: Ctx,
  heard: HeardLead,
  writes: (customerId: string | null) => SQLWrapper[],
  calls: Record<string, SQLWrapper>,
): Promise<LandedLead> {
  const ids = { leadId: newId(), customerId: newId() };
  return inTwoTrips(
    ctx,
    (tx) => gatherLead(tx, ctx.companyId, heard),
    async (tx, gathered) => {
      const lead = { heard, gathered, decision: decideLead(heard, gathered), ids };
      const customerId = customerOf(lead);
      const all = [...leadWrites(tx, ctx, lead), ...writes(customerId)];
      await executeInline(tx, oneStatement(all, calls));
      return { customerId };
    },
  );
}
