import type { SiteRow } from './insert-site.ts';
import type { SiteView } from './schemas.ts';

/** A site as on the wire. */
export function viewSite(row: SiteRow): SiteView {
  return {
    id: row.id,
    name: row.name,
    publishable_key: row.publishableKey,
    allowed_origins: row.allowedOrigins,
    accent: row.accent,
    position: row.position,
    greeting: row.greeting,
    locale: row.locale,
    starters: row.starters,
    consent_text: row.consentText,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
