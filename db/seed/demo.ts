import postgres from 'postgres';
import { seedBudget } from './budget.ts';
import { seedCalculator } from './calculator.ts';
import { seedCompany } from './company.ts';
import { DEMO } from './demo-ids.ts';
import { seedPeople } from './people.ts';

/**
 * Puts the demo company into a database, as the role that owns the schema. Safe to run again: what is
 * there already is left as it is, so that a change made in the dashboard stays.
 * @param ownerUrl connection string of the role that owns the schema
 */
export async function seedDemo(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      // The owner is under row-level security too.
      await tx`select set_config('app.company_id', ${DEMO.companyId}, true)`;
      await tx`select pg_advisory_xact_lock(hashtext('seed demo'))`;
      await seedCompany(tx);
      await seedPeople(tx);
      await seedCalculator(tx);
      await seedBudget(tx);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
