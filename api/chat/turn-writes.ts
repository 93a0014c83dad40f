import { and, asc, eq, gte, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { chatMessages, chatSessions, type SavedEvent } from '../../db/schema/chat.ts';
import { recordOutbox } from '../platform/outbox.ts';
import type { TenantTx } from '../platform/tenant-db.ts';
import type { MessageView } from './events.ts';
import type { SavedMessage } from './saved-events.ts';

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

export function insertMessage(tx: TenantTx, place: Place, row: MessageRow) {
  return tx.insert(chatMessages).values({
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

export function setMessageStatus(
  tx: TenantTx,
  place: Place,
  id: string,
  status: 'open' | 'complete' | 'interrupted',
) {
  return tx
    .update(chatMessages)
    .set({ status })
    .where(and(eq(chatMessages.companyId, place.companyId), eq(chatMessages.id, id)));
}

/** Opens a message again whose turn was interrupted. */
export const reopenMessage = (tx: TenantTx, place: Place, id: string) =>
  setMessageStatus(tx, place, id, 'open');

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

/** What a message changes in its session. */
export type SessionChange = PgUpdateSetSource<typeof chatSessions>;

/** The session's row: its place in the inbox, and what the turn has changed. */
export function touchSession(
  tx: TenantTx,
  place: Place,
  message: MessageView,
  change: SessionChange,
  added = 1,
) {
  return tx
    .update(chatSessions)
    .set({
      messageCount: sql`${chatSessions.messageCount} + ${added}::int`,
      lastMessageText: message.text.slice(0, PREVIEW_CHARACTERS),
      lastMessageRole: message.role,
      lastMessageAt: new Date(message.created_at),
      ...change,
    })
    .where(and(eq(chatSessions.companyId, place.companyId), eq(chatSessions.id, place.sessionId)));
}

const PREVIEW_CHARACTERS = 200; // two lines of the inbox

export function tellStaff(tx: TenantTx, place: Place, message: MessageView) {
  return recordOutbox(tx, place, 'conversation.message', {
    conversation_id: place.sessionId,
    message,
  });
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
