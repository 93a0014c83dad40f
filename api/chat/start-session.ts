import { sql } from 'drizzle-orm';
import { chatSessions, visitors } from '../../db/schema/chat.ts';
import { boundStatement, sendBound } from '../platform/database/bound-statement.ts';
import type { Database } from '../platform/database/connect.ts';
import { outboxWrite } from '../platform/database/outbox.ts';
import { builder, SqlTemplate } from '../platform/database/sql-template.ts';
import { newId } from '../platform/ids.ts';
import type { Limit } from '../platform/limits.ts';
import type { TokenKeys } from '../platform/token-keys.ts';
import type { KnownSite } from '../sites/find-site-by-key.ts';
import { refusedByLimit, takeHit } from './store/turn-limits.ts';
import { signVisitorToken } from './visitor/visitor-token.ts';

export interface StartSession {
  site: KnownSite;
  pageUrl: string | null;
  referrer: string | null;
  locale: 'en' | 'es';
  /** A visitor who was here before; null for a new one. */
  visitorId: string | null;
  /** The client's network; its sessions are counted. */
  network: string;
}

interface Needs {
  db: Database;
  tokenKeys: TokenKeys;
  sessionsPerIp: Limit;
  now: Date;
}

const visitorRow = new SqlTemplate<typeof visitors.$inferInsert>((slot) =>
  builder
    .insert(visitors)
    .values({
      companyId: slot('companyId'),
      id: slot('id'),
      siteId: slot('siteId'),
      createdAt: slot('createdAt'),
      lastSeenAt: slot('lastSeenAt'),
    })
    .onConflictDoUpdate({
      target: [visitors.companyId, visitors.id],
      set: { lastSeenAt: sql`excluded.last_seen_at` },
    }),
);

const sessionRow = new SqlTemplate<typeof chatSessions.$inferInsert>((slot) =>
  builder.insert(chatSessions).values({
    companyId: slot('companyId'),
    id: slot('id'),
    siteId: slot('siteId'),
    visitorId: slot('visitorId'),
    pageUrl: slot('pageUrl'),
    referrer: slot('referrer'),
    locale: slot('locale'),
    createdAt: slot('createdAt'),
    lastMessageAt: slot('lastMessageAt'),
  }),
);

/** Starts a chat session for a visitor and signs their token. Throws `rate_limited`. */
export async function startSession(
  { db, tokenKeys, sessionsPerIp, now }: Needs,
  input: StartSession,
) {
  const { companyId, siteId } = input.site;
  const visitorId = input.visitorId ?? newId();
  const session = {
    id: newId(),
    status: 'open' as const,
    last_event_id: 0,
    created_at: now.toISOString(),
  };
  const scope = { db, companyId, actor: { type: 'system' as const, id: 'widget' } };
  const created = { conversation_id: session.id };
  const writes = [
    visitorRow.fill({ companyId, id: visitorId, siteId, createdAt: now, lastSeenAt: now }),
    sessionRow.fill({
      companyId,
      id: session.id,
      siteId,
      visitorId,
      pageUrl: input.pageUrl,
      referrer: input.referrer,
      locale: input.locale,
      createdAt: now,
      lastMessageAt: now,
    }),
    outboxWrite(companyId, 'conversation.created', created),
  ];
  const hits = takeHit(sessionsPerIp, `${siteId}:${input.network}`);
  await sendBound(scope, boundStatement(scope, writes, { hits })).catch((error) => {
    throw refusedByLimit(error, [sessionsPerIp]);
  });
  const claims = { companyId, siteId, visitorId, sessionId: session.id };
  const token = await signVisitorToken(tokenKeys, claims, now);
  return { session, visitor_id: visitorId, visitor_token: token, messages: [] };
}
