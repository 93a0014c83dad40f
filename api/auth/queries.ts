import { and, eq, sql } from 'drizzle-orm';
import { calculatorConfigs, companies, memberships, sites, users } from '../../db/schema/index.ts';
import type { TenantTx } from '../platform/tenant-db.ts';

/** The person with their role in the transaction's company. */
export async function findMember(tx: TenantTx, userId: string) {
  const [row] = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.userId, userId)));
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

export interface NewTenant {
  company: typeof companies.$inferInsert;
  ownerId: string;
  site: typeof sites.$inferInsert;
  config: typeof calculatorConfigs.$inferInsert;
}

/** The rows that make a company work, its owner's user being there. */
export async function insertTenant(tx: TenantTx, tenant: NewTenant): Promise<void> {
  const { company, ownerId, site, config } = tenant;
  await tx.insert(companies).values(company);
  await tx.insert(memberships).values({ companyId: company.id, userId: ownerId, role: 'owner' });
  await tx.insert(sites).values(site);
  await tx.insert(calculatorConfigs).values(config);
}
