import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, tenantId } from './columns.ts';

/** Log-ins, refusals and key changes of a company. Append-only, kept for 180 days. */
export const securityEvents = pgTable(
  'security_events',
  {
    ...tenantId(),
    kind: text('kind').notNull(),
    /** Who acted; null when the request was not authenticated. */
    actorType: text('actor_type').$type<'user' | 'api_key'>(),
    actorId: uuid('actor_id'),
    /** The account or key that was acted on, if another one than the actor. */
    targetType: text('target_type').$type<'user' | 'api_key'>(),
    targetId: uuid('target_id'),
    /** IPv4 address or IPv6 /64 network of the client. */
    network: text('network').notNull(),
    /** Method and route, or what else tells two events of a kind apart; never personal data. */
    detail: text('detail'),
    requestId: text('request_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('security_events_by_kind').on(t.companyId, t.kind, t.id),
    index('security_events_by_age').on(t.createdAt),
  ],
);
