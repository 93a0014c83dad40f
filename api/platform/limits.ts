import { AppError } from '../errors.ts';
import type { Database } from './database/connect.ts';

/** So many calls in a window, for one subject (a visitor, a site, an address, a key). */
export interface Limit {
  /** Name in the RateLimit-Policy header, e.g. "turns-per-visitor". */
  name: string;
  limit: number;
  windowS: number;
}

export interface LimitState {
  limit: Limit;
  remaining: number;
  resetS: number;
}

/** Counts one hit of the subject; the caller decides whether it was one too many. One round trip. */
export async function countHit(db: Database, limit: Limit, subject: string): Promise<LimitState> {
  const key = `${limit.name}:${subject}`;
  const [row] = await db.query(
    (sql) => sql<{ hits: string; reset_s: number }[]>`
      select hits, reset_s from door_count_hit(${key}, ${limit.windowS}::int)`,
  );
  return limitState(limit, Number(row?.hits ?? 0), row?.reset_s ?? limit.windowS);
}

/** What is left of a limit after so many hits; negative hits of the window never occur. */
export function limitState(limit: Limit, hits: number, resetS: number): LimitState {
  return { limit, remaining: limit.limit - hits, resetS };
}

/** Throws `rate_limited` with Retry-After when the counted hit was over the limit. */
export function assertWithin(state: LimitState): void {
  if (state.remaining >= 0) return;
  throw new AppError('rate_limited', {
    detail: `Limit ${state.limit.name}: ${state.limit.limit} in ${state.limit.windowS} seconds. Try again in ${state.resetS} seconds.`,
    headers: { 'Retry-After': String(state.resetS), ...rateLimitHeaders(state) },
  });
}

/** RateLimit and RateLimit-Policy as of draft-ietf-httpapi-ratelimit-headers. */
export function rateLimitHeaders(state: LimitState): Record<string, string> {
  const { name, limit, windowS } = state.limit;
  return {
    'RateLimit-Policy': `"${name}";q=${limit};w=${windowS}`,
    RateLimit: `"${name}";r=${Math.max(0, state.remaining)};t=${state.resetS}`,
  };
}
