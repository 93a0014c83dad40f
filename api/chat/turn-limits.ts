import { type SQL, sql } from 'drizzle-orm';
import { assertWithin, type Limit, limitState } from '../platform/limits.ts';
import type { ChatLimits } from './limits.ts';

const SITE_SHARDS = 16; // a busy site's turns do not queue on one counter row

/** An expression that counts a turn against its visitor and its site, or refuses the transaction. */
export function takeTurnHits(
  limits: ChatLimits,
  subject: { visitorId: string; siteId: string },
): SQL {
  const visitor = takeHit(limits.turnsPerVisitor, subject.visitorId, 1);
  return sql`least(${visitor}, ${takeHit(limits.turnsPerSite, subject.siteId, SITE_SHARDS)})`;
}

/** An expression that counts one hit of a limit, or refuses the transaction. */
export function takeHit({ name, windowS, limit }: Limit, subject: string, shards: number): SQL {
  return sql`door_take_hit(${name}::text, ${subject}::text, ${windowS}::int, ${limit}::int, ${shards}::int)`;
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
