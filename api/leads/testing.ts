import { chatSessions, sites, visitors } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import type { HeardLead } from './lead.types.ts';

/** A lead of the API, for tests. */
export function apiLead(given: Partial<HeardLead>): HeardLead {
  return { source: 'api', details: [], country: 'US', ...given };
}

/** A chat session of a new visitor, for tests. */
export async function makeSession(ctx: Ctx): Promise<string> {
  const { companyId } = ctx;
  const [siteId, visitorId, id] = [newId(), newId(), newId()];
  await withTenant(ctx, async (tx) => {
    await tx.insert(sites).values({
      companyId,
      id: siteId,
      name: 'Site',
      publishableKey: `pk_${siteId}`,
      greeting: 'Hi',
    });
    await tx.insert(visitors).values({ companyId, id: visitorId, siteId });
    await tx.insert(chatSessions).values({ companyId, id, siteId, visitorId });
  });
  return id;
}
