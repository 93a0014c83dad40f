import { chatSessions, customers, sites, visitors } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Actor, Ctx, Role } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { publishCalculatorConfig } from './publish-calculator-config.ts';
import { testConfigInput } from './testing.ts';

/** A company with a first price list in force. */
export async function companyWithPrices(config: unknown = testConfigInput()): Promise<Ctx> {
  const ctx = await testCtx();
  await publishCalculatorConfig(ctx, { baseVersion: 0, config });
  return ctx;
}

export const actingAs = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor });

export const inRole = (ctx: Ctx, role: Role): Ctx =>
  actingAs(ctx, { type: 'user', id: newId(), role, name: `Test ${role}` });

export async function addCustomer(ctx: Ctx, deletedAt: Date | null = null): Promise<string> {
  const id = newId();
  await withTenant(ctx, (tx) =>
    tx.insert(customers).values({ companyId: ctx.companyId, id, name: 'Ana', deletedAt }),
  );
  return id;
}

export async function addSession(ctx: Ctx, customerId: string | null = null): Promise<string> {
  const { companyId } = ctx;
  const [siteId, visitorId, id] = [newId(), newId(), newId()];
  const site = {
    companyId,
    id: siteId,
    name: 'Site',
    publishableKey: `pk_${siteId}`,
    greeting: 'Hi',
  };
  await withTenant(ctx, async (tx) => {
    await tx.insert(sites).values(site);
    await tx.insert(visitors).values({ companyId, id: visitorId, siteId });
    await tx.insert(chatSessions).values({ companyId, id, siteId, visitorId, customerId });
  });
  return id;
}
