import { type SQLWrapper, sql } from 'drizzle-orm';
import { FilledSql, SqlShape, SqlTemplate } from '../../platform/database/sql-template.ts';
import { assertWithin, type Limit, limitState } from '../../platform/limits.ts';
import type { ChatLimits } from '../limits.ts';

const SHARDS = 64; // the turns of a busy site or network do not queue on one counter row

/** Whose turn it is. */
interface TurnTaker {
  visitorId: string;
  siteId: string;
  /** The client's network. */
  network: string;
}

/**
 * An expression that counts a turn against its visitor, network and site, and refuses the transaction when
 * one of the first two is over its limit. Its value is that of `reserve`, which is evaluated only while the
 * site is within its limit; beyond it the value refuses the model call and staff are notified.
 */
export function takeTurnHits(
  { perVisitor, perIp, perSite }: ChatLimits['turns'],
  { visitorId, siteId, network }: TurnTaker,
  reserve: SQLWrapper | null,
): SQLWrapper {
  const hits = turnHits.fill({
    ...{ windowS: perSite.windowS, shards: SHARDS, siteId },
    ...{ visitor: perVisitor.name, visitorId, visitorMax: perVisitor.limit },
    ...{ network: perIp.name, networkId: `${siteId}:${network}`, networkMax: perIp.limit },
    ...{ site: perSite.name, siteMax: perSite.limit },
  });
  return completed(hits, reserve ?? NO_MODEL);
}

interface TurnHits {
  windowS: number;
  shards: number;
  visitor: string;
  visitorId: string;
  visitorMax: number;
  network: string;
  networkId: string;
  networkMax: number;
  site: string;
  siteId: string;
  siteMax: number;
}

/** The beginning of the expression; see `completed`. */
const turnHits = new SqlTemplate<TurnHits>(
  (slot) =>
    sql`case when door_take_turn_hits(${slot('windowS')}::int, ${slot('shards')}::int, ${slot('visitor')}::text, ${slot('visitorId')}::text, ${slot('visitorMax')}::int, ${slot('network')}::text, ${slot('networkId')}::text, ${slot('networkMax')}::int, ${slot('site')}::text, ${slot('siteId')}::text, ${slot('siteMax')}::int) < 0 then refuse_over_site_limit(${slot('siteId')}::uuid, ${slot('windowS')}::int, ${slot('siteMax')}::int) else`,
);

const NO_MODEL = new SqlTemplate(() => sql`null::jsonb`).fill({});

/** `case … else <otherwise> end`: templates stay one, whose text is put together once. */
function completed(begun: FilledSql, otherwise: SQLWrapper): SQLWrapper {
  if (!(otherwise instanceof FilledSql)) return sql`${begun} ${otherwise} end`;
  let shape = completedShapes.get(otherwise.shape);
  if (!shape) {
    const head = begun.shape.parts.slice(0, -1);
    const [first = '', ...rest] = otherwise.shape.parts;
    const parts = [...head, `${begun.shape.parts.at(-1)} ${first}`, ...rest];
    shape = new SqlShape([...parts.slice(0, -1), `${parts.at(-1)} end`]);
    completedShapes.set(otherwise.shape, shape);
  }
  return new FilledSql(shape, [...begun.params, ...otherwise.params]);
}

const completedShapes = new WeakMap<SqlShape, SqlShape>();

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
