import type { CompanyRow } from './find-company.ts';
import type { CompanyDetails, CompanyView } from './schemas.ts';

/** A company as everyone of it sees it. */
export function viewCompany(row: CompanyRow): CompanyView {
  const { id, name, currency, country, locale, timezone } = row;
  return { id, name, currency, country, locale, timezone };
}

/** The same with its facts. */
export function viewCompanyDetails(row: CompanyRow): CompanyDetails {
  return { ...viewCompany(row), facts: row.facts };
}
