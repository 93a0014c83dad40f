import type { Conversation, FeedEvent, Message } from '../../lib/wire.ts';

export type InboxFilter = 'all' | 'human' | 'unlinked';

export function lastMoment(row: Conversation): string {
  return row.last_message_at ?? row.created_at;
}

/** Whether a conversation belongs in the list that a filter shows. */
export function belongs(filter: InboxFilter, row: Conversation): boolean {
  if (filter === 'human') return row.status === 'human';
  return filter === 'all' || row.customer === null;
}

/**
 * Puts a conversation where its last message belongs, newest first. One that would fall below the
 * last loaded row is left out while more pages wait below.
 */
export function placeRow(
  rows: Conversation[],
  row: Conversation,
  about: { belongs: boolean; hasMore: boolean },
): Conversation[] {
  const others = rows.filter((other) => other.id !== row.id);
  if (!about.belongs) return others;
  const moment = Date.parse(lastMoment(row));
  const index = others.findIndex((other) => Date.parse(lastMoment(other)) <= moment);
  if (index < 0) return about.hasMore ? others : [...others, row];
  return [...others.slice(0, index), row, ...others.slice(index)];
}

/** Shows a new message on its row at once, before the row is read again. */
export function withMessage(row: Conversation, message: Message): Conversation {
  if (row.last_message_at !== null && row.last_message_at >= message.created_at) return row;
  return {
    ...row,
    last_message: { role: message.role, text: message.text, created_at: message.created_at },
    last_message_at: message.created_at,
    message_count: row.message_count + 1,
  };
}

function textAt(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' ? found : null;
}

/** Which conversation an event is about, or null. */
export function conversationOf(event: FeedEvent): string | null {
  const { payload, topic } = event;
  const id =
    textAt(payload, 'conversation_id') ??
    textAt(payload, 'session_id') ??
    textAt(payload.conversation, 'id');
  if (id !== null) return id;
  return topic.startsWith('conversation.') ? textAt(payload, 'id') : null;
}

const BARE = { quote_ids: [], assistant: null };

/** The message that an event carries, or null. */
export function messageOfEvent(event: FeedEvent): Message | null {
  if (event.topic !== 'conversation.message') return null;
  const { message } = event.payload;
  if (textAt(message, 'id') === null || textAt(message, 'created_at') === null) return null;
  return { ...BARE, ...(message as Partial<Message> as Message) };
}
