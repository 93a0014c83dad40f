import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DetailField } from '../../api/assistant/assistant.ts';
import type { Problem } from '../../api/errors.ts';
import { createdAt, instant, tenantId } from './columns.ts';

/** A browser on a contractor's page. */
export const visitors = pgTable(
  'visitors',
  {
    ...tenantId(),
    siteId: uuid('site_id').notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

/** One conversation. */
export const chatSessions = pgTable(
  'chat_sessions',
  {
    ...tenantId(),
    siteId: uuid('site_id').notNull(),
    visitorId: uuid('visitor_id').notNull(),
    status: text('status').$type<'open' | 'human' | 'closed'>().notNull().default('open'),
    pageUrl: text('page_url'),
    referrer: text('referrer'),
    locale: text('locale').$type<'en' | 'es'>().notNull().default('en'),
    customerId: uuid('customer_id'),
    /** What the guided assistant remembers between turns. */
    intake: jsonb('intake'),
    /** Id of the last event that was saved; the next one is one more. */
    lastEventId: integer('last_event_id').notNull().default(0),
    messageCount: integer('message_count').notNull().default(0),
    lastMessageText: text('last_message_text'),
    lastMessageRole: text('last_message_role').$type<'visitor' | 'assistant' | 'staff'>(),
    lastMessageAt: instant('last_message_at').notNull().defaultNow(),
    humanRequestedAt: instant('human_requested_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('chat_sessions_newest').on(t.companyId, t.lastMessageAt.desc(), t.id.desc()),
    index('chat_sessions_by_customer').on(t.companyId, t.customerId),
    index('chat_sessions_by_visitor').on(t.companyId, t.visitorId),
  ],
);

/**
 * An event as it is kept with its message: id, name and what the message itself does not hold. A text
 * event is kept by its length, so that the stream can be told again to the byte.
 */
export type SavedEvent =
  | [id: number, name: 'text', length: number]
  | [id: number, name: 'quote', quoteId: string]
  | [id: number, name: 'details' | 'details.requested', fields: DetailField[]]
  | [id: number, name: 'error', problem: Problem]
  | [id: number, name: 'turn.started' | 'turn.completed', nothing: null];

/** One utterance. A visitor's message has the id that the browser made for it. */
export const chatMessages = pgTable(
  'chat_messages',
  {
    ...tenantId(),
    sessionId: uuid('session_id').notNull(),
    /** Order within the session, from 1. */
    seq: integer('seq').notNull(),
    role: text('role').$type<'visitor' | 'assistant' | 'staff'>().notNull(),
    text: text('text').notNull(),
    /** A visitor's message is `open` until its turn has ended. */
    status: text('status')
      .$type<'open' | 'complete' | 'interrupted'>()
      .notNull()
      .default('complete'),
    assistant: text('assistant').$type<'model' | 'guided'>(),
    /** For an answer: the visitor's message that it answers. */
    replyTo: uuid('reply_to'),
    userId: uuid('user_id'),
    quoteIds: uuid('quote_ids').array().notNull().default([]),
    firstEventId: integer('first_event_id'),
    events: jsonb('events').$type<SavedEvent[]>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('chat_messages_in_order').on(t.companyId, t.sessionId, t.seq),
  ],
);
