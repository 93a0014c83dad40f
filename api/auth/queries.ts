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

interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
}

/** False when somebody has the address. */
export async function createUser(tx: TenantTx, user: NewUser): Promise<boolean> {
  const [row] = await tx.execute<{ created: boolean }>(sql`
    select door_create_user(${user.id}::uuid, ${user.email}, ${user.name}, ${user.passwordHash}) as created`);
  return row?.created ?? false;
}

interface NewTenant {
  company: typeof companies.$inferInsert;
  ownerId: string;
  site: NewSite;
  config: typeof calculatorConfigs.$inferInsert;
}

/** The rows that make a company work, its owner's user being there. */
export async function insertTenant(tx: TenantTx, tenant: NewTenant) {
  const { ownerId, config } = tenant;
  const [company] = await tx.insert(companies).values(tenant.company).returning();
  const companyId = tenant.company.id;
  await tx.insert(memberships).values({ companyId, userId: ownerId, role: 'owner' });
  const site = await insertSite(tx, tenant.site);
  await tx.insert(calculatorConfigs).values(config);
  if (!company) throw new Error('sign-up: nothing was inserted');
  return { company, site };
}
