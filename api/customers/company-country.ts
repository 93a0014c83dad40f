import { companies } from '../../db/schema/companies.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';

/** ISO 3166-1 alpha-2 of the company, whose phone format is assumed where no country is given. */
export async function companyCountry(tx: TenantTx): Promise<string> {
  const [company] = await tx.select({ country: companies.country }).from(companies).execute();
  return company?.country ?? 'US';
}
