import { type SQLWrapper, sql } from 'drizzle-orm';
import { SqlTemplate } from '../../platform/database/sql-template.ts';
import { assertWithin, type Limit, limitState } from '../../platform/limits.ts';
import type { ChatLimits } from '../limits.ts';

const SITE_SHARDS = 64; // a busy site's turns do not queue on one counter row

/** An expression that counts a turn against its visitor and its site, or refuses the transaction. */
export function takeTurnHits(
  { turnsPerVisitor, turnsPerSite }: ChatLimits,
  { visitorId, siteId }: { visitorId: string; siteId: string },
): SQLWrapper {
  return turnHits.fill({
    ...{ visitor: turnsPerVisitor.name, visitorId, visitorS: turnsPerVisitor.windowS },
    ...{ visitorMax: turnsPerVisitor.limit, site: turnsPerSite.name, siteId },
    ...{ siteS: turnsPerSite.windowS, siteMax: turnsPerSite.limit, shards: SITE_SHARDS },
  });
}

interface TurnHits {
  visitor: string;
  visitorId: string;
  visitorS: number;
  visitorMax: number;
  site: string;
  siteId: string;
  siteS: number;
  siteMax: number;
  shards: number;
}

const turnHits = new SqlTemplate<TurnHits>(
  (slot) =>
    sql`door_take_turn_hits(${slot('visitor')}::text, ${slot('visitorId')}::text, ${slot('visitorS')}::int, ${slot('visitorMax')}::int, ${slot('site')}::text, ${slot('siteId')}::text, ${slot('siteS')}::int, ${slot('siteMax')}::int, ${slot('shards')}::int)`,
);

/** An expression that counts one hit of a limit, or refuses the transaction. */
export function takeHit({ name, windowS, limit }: Limit, subject: string): SQLWrapper {
  return sql`door_take_hit(${name}::text, ${subject}::text, ${windowS}::int, ${limit}::int, 1)`;
}

/** Turns the database's refusal (TS429) into `rate_limited`; hands any other error back. */
export function refusedByLimit(error: unknown, limits: Limit[]): unknown {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (!('code' in e) || e.code !== 'TS429' || !('detail' in e)) continue;
    const [name, resetS] = String(e.detail).split(' ');
    const limit = limits.find((known) => known.name === name);
    if (!limit) return error;
    try {
      assertWithin(limitState(limit, limit.limit + 1, Number(resetS)));
    } catch (refusal) {
      return refusal;
    }
  }
  return error;
}
