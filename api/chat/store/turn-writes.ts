import { and, asc, eq, gte, or, type SQLWrapper, sql } from 'drizzle-orm';
import { chatMessages, chatSessions, type SavedEvent } from '../../../db/schema/chat.ts';
import { outboxWrite } from '../../platform/database/outbox.ts';
import { builder, SqlTemplate } from '../../platform/database/sql-template.ts';
import type { TenantTx } from '../../platform/database/tenant-db.ts';
import type { MessageView } from '../events/events.ts';
import type { SavedMessage } from '../events/saved-events.ts';

/** The statements a turn writes, unsent, so that the store can join them into one. */

export interface Place {
  companyId: string;
  sessionId: string;
}

export interface MessageRow {
  view: MessageView;
  seq: number;
  eventId: number | null;
  status?: 'open' | 'complete';
  assistant?: 'model' | 'guided';
  replyTo?: string;
  events?: SavedEvent[];
}

export function insertMessage(place: Place, row: MessageRow): SQLWrapper {
  return messageRow.fill({
    ...place,
    id: row.view.id,
    seq: row.seq,
    role: row.view.role,
    text: row.view.text,
    status: row.status ?? 'complete',
    assistant: row.assistant ?? null,
    replyTo: row.replyTo ?? null,
    quoteIds: row.view.quote_ids,
    firstEventId: row.eventId,
    events: row.events ?? null,
    createdAt: new Date(row.view.created_at),
  });
}

const messageRow = new SqlTemplate<typeof chatMessages.$inferInsert>((slot) =>
  builder.insert(chatMessages).values({
    companyId: slot('companyId'),
    sessionId: slot('sessionId'),
    id: slot('id'),
    seq: slot('seq'),
    role: slot('role'),
    text: slot('text'),
    status: slot('status'),
    assistant: slot('assistant'),
    replyTo: slot('replyTo'),
    quoteIds: slot('quoteIds'),
    firstEventId: slot('firstEventId'),
    events: slot('events'),
    createdAt: slot('createdAt'),
  }),
);

export function completeMessage({ companyId }: Place, id: string): SQLWrapper {
  return completed.fill({ companyId, id });
}

const completed = new SqlTemplate<{ companyId: string; id: string }>((slot) =>
  builder
    .update(chatMessages)
    .set({ status: 'complete' })
    .where(and(eq(chatMessages.companyId, slot('companyId')), eq(chatMessages.id, slot('id')))),
);

/** Begins a stored message's turn anew; as if it had just come, where it was never told. */
export function reopenMessage(
  { companyId }: Place,
  { view, seq, eventId }: MessageRow,
): SQLWrapper {
  const createdAt = new Date(view.created_at);
  return builder
    .update(chatMessages)
    .set({ status: 'open', ...(eventId !== null && { seq, firstEventId: eventId, createdAt }) })
    .where(and(eq(chatMessages.companyId, companyId), eq(chatMessages.id, view.id)));
}

/** Closes a message whose turn was interrupted, with the event that says so. */
export function markInterrupted(
  tx: TenantTx,
  place: Place,
  id: string,
  events: SavedEvent[],
  lastEventId: number,
): SQLWrapper[] {
  return [
    tx
      .update(chatMessages)
      .set({ status: 'interrupted', events })
      .where(and(eq(chatMessages.companyId, place.companyId), eq(chatMessages.id, id))),
    tx
      .update(chatSessions)
      .set({ lastEventId })
      .where(
        and(eq(chatSessions.companyId, place.companyId), eq(chatSessions.id, place.sessionId)),
      ),
  ];
}

/** What a message changes in its session; what is not named stays as it is. */
export interface SessionChange {
  lastEventId?: number;
  intake?: unknown;
  status?: 'human';
  humanRequestedAt?: Date | null;
  customerId?: string | null;
}

/** The session's row: its place in the inbox, and what the turn has changed. */
export function touchSession(
  place: Place,
  message: MessageView,
  change: SessionChange,
  added = 1,
): SQLWrapper {
  return sessionRow.fill({
    ...place,
    added,
    text: preview(message.text),
    role: message.role,
    at: message.created_at,
    lastEventId: change.lastEventId ?? null,
    intake: change.intake === undefined ? null : JSON.stringify(change.intake),
    status: change.status ?? null,
    humanRequestedAt: change.humanRequestedAt?.toISOString() ?? null,
    customerId: change.customerId ?? null,
  });
}

const PREVIEW_CHARACTERS = 200; // two lines of the inbox

/** The beginning of a text; a character of two halves is not cut through. */
const preview = (text: string) => text.slice(0, PREVIEW_CHARACTERS).replace(/[\ud800-\udbff]$/, '');

interface SessionRow extends Place {
  added: number;
  text: string;
  role: string;
  at: string;
  lastEventId: number | null;
  intake: string | null;
  status: string | null;
  humanRequestedAt: string | null;
  customerId: string | null;
}

const sessionRow = new SqlTemplate<SessionRow>((slot) => {
  const { companyId, id, messageCount, lastEventId, intake, status, humanRequestedAt, customerId } =
    chatSessions;
  return builder
    .update(chatSessions)
    .set({
      messageCount: sql`${messageCount} + ${slot('added')}::int`,
      lastMessageText: sql`${slot('text')}`,
      lastMessageRole: sql`${slot('role')}`,
      lastMessageAt: sql`${slot('at')}`,
      lastEventId: sql`coalesce(${slot('lastEventId')}::int, ${lastEventId})`,
      intake: sql`coalesce(${slot('intake')}::jsonb, ${intake})`,
      status: sql`coalesce(${slot('status')}::text, ${status})`,
      humanRequestedAt: sql`coalesce(${slot('humanRequestedAt')}::timestamptz, ${humanRequestedAt})`,
      customerId: sql`coalesce(${slot('customerId')}::uuid, ${customerId})`,
    })
    .where(and(eq(companyId, slot('companyId')), eq(id, slot('sessionId'))));
});

export function tellStaff({ companyId, sessionId }: Place, message: MessageView): SQLWrapper {
  return outboxWrite(companyId, 'conversation.message', { conversation_id: sessionId, message });
}

export function selectMessage(tx: TenantTx, companyId: string, id: string) {
  return tx
    .select({ sessionId: chatMessages.sessionId, text: chatMessages.text })
    .from(chatMessages)
    .where(and(eq(chatMessages.companyId, companyId), eq(chatMessages.id, id)));
}

/** The messages that hold events after `eventId`, oldest first. */
export async function selectSavedAfter(
  tx: TenantTx,
  place: Place,
  eventId: number,
): Promise<SavedMessage[]> {
  const lastEvent = sql<number>`(${chatMessages.events} -> -1 ->> 0)::int`;
  const rows = await tx
    .select()
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.companyId, place.companyId),
        eq(chatMessages.sessionId, place.sessionId),
        or(gte(chatMessages.firstEventId, eventId), gte(lastEvent, eventId)),
      ),
    )
    .orderBy(asc(chatMessages.seq));
  return rows.map((row) => ({
    view: {
      id: row.id,
      role: row.role,
      text: row.text,
      quote_ids: row.quoteIds,
      created_at: row.createdAt.toISOString(),
    },
    replyTo: row.replyTo,
    firstEventId: row.firstEventId,
    events: row.events,
  }));
}
