import { sql } from 'drizzle-orm';
import { lookHashes, nameKeyOf } from '../customers/match/customer-keys.ts';
import { type PersonValues, toPerson } from '../customers/match/person.ts';
import { emailVariants, phoneVariants } from '../customers/match/typo-variants.ts';
import { executeInline } from '../platform/database/one-statement.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { GatheredLead } from './lead.types.ts';

interface Asked extends PersonValues {
  sessionId?: string | undefined;
  /** A customer to gather whatever its keys are. */
  customerId?: string | undefined;
}

/**
 * Gathers all that a lead is decided from in one statement, sent at once. It first takes the locks of
 * the e-mail and phone, held until the transaction ends, so that two leads of one new person queue.
 */
export async function gatherLead(
  tx: TenantTx,
  companyId: string,
  asked: Asked,
): Promise<GatheredLead> {
  const question = JSON.stringify(questionOf(companyId, asked));
  const [row] = await executeInline<{ gathered: GatheredLead }>(
    tx,
    sql`select gather_lead(${question}::text::jsonb) as gathered`,
  );
  if (!row) throw new Error('gather_lead answered nothing');
  return row.gathered;
}

function questionOf(companyId: string, asked: Asked) {
  const { emails, phones } = toPerson(asked);
  const personal = emails.filter(({ trust }) => trust === 'personal');
  return {
    emails: personal.map(({ key }) => key),
    phones: phones.map(({ key }) => key),
    near_emails: personal.flatMap(emailVariants),
    near_phones: phones.flatMap(phoneVariants),
    looks: lookHashes(companyId, asked),
    name_keys: [nameKeyOf(asked.name)],
    ...(asked.sessionId ? { session_id: asked.sessionId } : {}),
    ...(asked.customerId ? { customer_id: asked.customerId } : {}),
  };
}
