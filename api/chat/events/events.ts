import type { DetailField } from '../../assistant/assistant.ts';
import type { QuoteView } from '../../calculator/views.ts';
import type { Problem } from '../../errors.ts';

/** A message as the visitor's browser sends it, which also makes its id. */
export interface VisitorMessage {
  id: string;
  text: string;
}

/** A message as events and lists carry it. */
export interface MessageView {
  id: string;
  role: 'visitor' | 'assistant' | 'staff';
  text: string;
  quote_ids: string[];
  created_at: string;
}

interface EventData {
  'turn.started': { message_id: string; reply_to: string };
  text: { message_id: string; delta: string };
  quote: { quote: QuoteView };
  /** What was understood of the visitor's contact details. */
  details: { fields: DetailField[] };
  /** The assistant would like these; the widget shows its form. */
  'details.requested': { fields: DetailField[] };
  message: { message: MessageView };
  'turn.completed': { message: MessageView };
  error: { problem: Problem; message_id: string | null };
}

export type EventName = keyof EventData;

/** An event of a chat session; ids increase by one, and leave a gap only where something was cut off. */
export type RoomEvent = {
  [Name in EventName]: {
    id: number;
    event: Name;
    data: EventData[Name];
    /** The visitor's message whose turn it belongs to; null outside a turn. */
    turn: string | null;
  };
}[EventName];

/** An event before the log has given it an id. */
export type NewEvent = {
  [Name in EventName]: { event: Name; data: EventData[Name]; turn: string | null };
}[EventName];

/** The frame of a server-sent event. */
export function frame(event: RoomEvent): string {
  return `id: ${event.id}\nevent: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
