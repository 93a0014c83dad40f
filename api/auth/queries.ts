import { eq, sql } from 'drizzle-orm';
import { calculatorConfigs, companies, memberships, users } from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { insertSite, type NewSite } from '../sites/insert-site.ts';

/** The person with their role in the transaction's company. */
export async function findMember(tx: TenantTx, userId: string) {
  const [row] = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.userId, userId));
  return row ?? null;
}

interface NewTenant {
  company: typeof companies.$inferInsert;
  owner: { id: string; email: string; name: string; passwordHash: string };
  site: NewSite;
  config: typeof calculatorConfigs.$inferInsert;
}

/** The rows that make a company work; null when somebody has the owner's address. */
export async function insertTenant(tx: TenantTx, { company, owner, site, config }: NewTenant) {
  const [made] = await tx.insert(companies).values(company).returning();
  const [row] = await tx.execute<{ created: boolean }>(sql`
    select create_company_owner(${owner.id}::uuid, ${owner.email}, ${owner.name},
      ${owner.passwordHash}) as created`);
  if (!row?.created) return null;
  const insertedSite = await insertSite(tx, site);
  await tx.insert(calculatorConfigs).values(config);
  if (!made) throw new Error('sign-up: nothing was inserted');
  return { company: made, site: insertedSite };
}
