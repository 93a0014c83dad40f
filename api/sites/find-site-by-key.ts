import type { Database } from '../platform/database/connect.ts';

const KEY = /^pk_[a-z0-9_]{1,64}$/;

/** A site as its publishable key shows it, with what is needed of its company. */
export interface KnownSite {
  companyId: string;
  companyName: string;
  siteId: string;
  publishableKey: string;
  name: string;
  allowedOrigins: string[];
  accent: string;
  position: 'left' | 'right';
  greeting: string;
  locale: 'en' | 'es';
  starters: string[];
  consentText: string | null;
}

/** The site that a publishable key names; null for an unknown or deleted one. One query. */
export async function findSiteByKey(db: Database, key: string): Promise<KnownSite | null> {
  if (!KEY.test(key)) return null;
  // As jsonb, because the client does not fetch the types that it would read arrays with.
  const [row] = await db.query(
    (sql) => sql<{ site: KnownSite }[]>`
    select jsonb_build_object(
      'companyId', company_id, 'companyName', company_name,
      'siteId', site_id, 'publishableKey', ${key}::text,
      'name', site_name, 'allowedOrigins', allowed_origins, 'accent', accent,
      'position', "position", 'greeting', greeting, 'locale', locale, 'starters', starters,
      'consentText', consent_text
    ) as site from door_site(${key})`,
  );
  return row?.site ?? null;
}
