import type { Env } from '../env.ts';
import { connect } from '../platform/database/connect.ts';
import type { FeedCursor } from './feed-cursor.ts';
import { type FeedHolder, findEntitled } from './feed-holder.ts';
import { type OutboxReading, readOutbox } from './read-outbox.ts';

const CONNECTION_KEPT_MS = 20_000;

/** What a company's feed asks the database for. */
export interface FeedSource {
  /** See readOutbox. */
  readFeed(companyId: string, since: FeedCursor | null): Promise<OutboxReading>;
  /** See findEntitled. */
  findEntitled(companyId: string, holders: FeedHolder[]): Promise<Set<string>>;
}

/** The host's shared connections where there is one, else a connection of the feed's own. */
export function feedSource(env: Env): FeedSource {
  const { API_HOST } = env;
  if (API_HOST) return API_HOST.get(API_HOST.idFromName('host')) as unknown as FeedSource;
  const db = connect(env.HYPERDRIVE.connectionString, { idleMs: CONNECTION_KEPT_MS });
  const scope = (companyId: string) => {
    return { db, companyId, actor: { type: 'system' as const, id: 'feed' } };
  };
  return {
    readFeed: (companyId, since) => readOutbox(scope(companyId), since),
    findEntitled: (companyId, holders) => findEntitled(scope(companyId), holders),
  };
}
