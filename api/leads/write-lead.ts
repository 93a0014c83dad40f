import { and, eq } from 'drizzle-orm';
import { chatSessions } from '../../db/schema/chat.ts';
import type { Ctx } from '../context.ts';
import { oneStatement } from '../platform/database/one-statement.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { customerOf, type DecidedLead, leadIdOf, leadWrites } from './lead-writes.ts';

/** Where a lead landed. */
export interface LandedLead {
  leadId: string;
  customerId: string | null;
}

/** Stores a decided lead in one statement, which is sent at once. */
export async function writeLead(
  tx: TenantTx,
  ctx: Pick<Ctx, 'companyId' | 'actor' | 'now'>,
  lead: DecidedLead,
): Promise<LandedLead> {
  const customerId = customerOf(lead);
  const writes = leadWrites(tx, ctx, lead);
  const { sessionId } = lead.heard;
  if (sessionId && customerId) writes.push(linkSession(tx, ctx.companyId, sessionId, customerId));
  await tx.execute(oneStatement(writes)).execute();
  return { leadId: leadIdOf(lead), customerId };
}

/** Points the conversation at its customer. The statement is not sent until it is awaited or executed. */
export function linkSession(
  tx: TenantTx,
  companyId: string,
  sessionId: string,
  customerId: string,
) {
  return tx
    .update(chatSessions)
    .set({ customerId })
    .where(and(eq(chatSessions.companyId, companyId), eq(chatSessions.id, sessionId)));
}
