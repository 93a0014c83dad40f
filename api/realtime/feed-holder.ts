import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { apiKeys, companies, memberships, userSessions } from '../../db/schema/index.ts';
import { roleMay } from '../access/permissions.ts';
import type { Ctx, Role } from '../context.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';

/** On whose account a socket is open: a log-in or an API key, by the hash of its secret. */
export interface FeedHolder {
  type: 'session' | 'api_key';
  hash: string;
}

/** What the feed asks of whoever wants to hear it. */
export const FEED_PERMISSION = 'conversations.read';

/** How long a socket is trusted; with a dashboard's pings (25 s apart) it ends within a minute. */
export const TRUSTED_MS = 30_000;

/** Whether it is time to ask again. */
export function isDue({ checkedAt }: { checkedAt: number }, now: number): boolean {
  return now - checkedAt >= TRUSTED_MS;
}

/**
 * The hashes of those who may still hear the company's feed: logged in, not expired, still a member, with
 * a role that may; or a key that is neither revoked nor expired. One round trip.
 */
export async function findEntitled(
  scope: Pick<Ctx, 'db' | 'companyId' | 'actor'>,
  holders: FeedHolder[],
): Promise<Set<string>> {
  const hashesOf = (type: FeedHolder['type']) =>
    holders.filter((holder) => holder.type === type).map(({ hash }) => hash);
  const { companyId } = scope;
  const [sessions, keys] = await inOneTrip(scope, (tx) =>
    Promise.all([
      tx
        .select({ hash: userSessions.id, role: memberships.role })
        .from(userSessions)
        .innerJoin(companies, eq(companies.id, userSessions.companyId))
        .innerJoin(
          memberships,
          and(
            eq(memberships.companyId, userSessions.companyId),
            eq(memberships.userId, userSessions.userId),
          ),
        )
        .where(
          and(
            eq(userSessions.companyId, companyId),
            inArray(userSessions.id, hashesOf('session')),
            gt(userSessions.expiresAt, sql`now()`),
          ),
        ),
      tx
        .select({ hash: apiKeys.keyHash, scopes: apiKeys.scopes })
        .from(apiKeys)
        .innerJoin(companies, eq(companies.id, apiKeys.companyId))
        .where(
          and(
            eq(apiKeys.companyId, companyId),
            inArray(apiKeys.keyHash, hashesOf('api_key')),
            isNull(apiKeys.revokedAt),
            or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
          ),
        ),
    ]),
  );
  return new Set([
    ...sessions
      .filter(({ role }) => roleMay(role as Role, FEED_PERMISSION))
      .map(({ hash }) => hash),
    ...keys.filter(({ scopes }) => scopes.includes(FEED_PERMISSION)).map(({ hash }) => hash),
  ]);
}
