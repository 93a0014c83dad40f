import type { SavedEvent } from '../../../db/schema/chat.ts';
import type { QuoteView } from '../../calculator/views.ts';
import type { MessageView, RoomEvent } from './events.ts';

/** A message with all that is needed to tell its events again. */
export interface SavedMessage {
  view: MessageView;
  replyTo: string | null;
  firstEventId: number | null;
  events: SavedEvent[] | null;
}

/**
 * What an answer's row keeps of its turn's events: text by length, quotes by id. Of a turn that was tried
 * before in vain, only the try that brought the answer.
 */
export function saveEvents(events: RoomEvent[]): SavedEvent[] {
  const started = events.findLastIndex(({ event }) => event === 'turn.started');
  return events.slice(Math.max(0, started)).flatMap((event): SavedEvent[] => {
    switch (event.event) {
      case 'text':
        return [[event.id, 'text', event.data.delta.length]];
      case 'quote':
        return [[event.id, 'quote', event.data.quote.id]];
      case 'details':
      case 'details.requested':
        return [[event.id, event.event, event.data.fields]];
      case 'error':
        return [[event.id, 'error', event.data.problem]];
      case 'turn.started':
      case 'turn.completed':
        return [[event.id, event.event, null]];
      default:
        return [];
    }
  });
}

/** The events of saved messages after `afterId`, as they were first sent, in order. */
export function replayEvents(
  messages: SavedMessage[],
  quotes: Map<string, QuoteView>,
  afterId: number,
): RoomEvent[] {
  return messages
    .flatMap((message) => eventsOf(message, quotes))
    .filter((event) => event.id > afterId)
    .sort((a, b) => a.id - b.id);
}

function eventsOf(message: SavedMessage, quotes: Map<string, QuoteView>): RoomEvent[] {
  const whole: RoomEvent[] =
    message.firstEventId === null || (message.view.role === 'assistant' && message.replyTo)
      ? []
      : [
          {
            id: message.firstEventId,
            event: 'message',
            data: { message: message.view },
            turn: null,
          },
        ];
  let offset = 0;
  const told = (message.events ?? []).flatMap((saved): RoomEvent[] => {
    const event = tell(saved, message, quotes, offset);
    if (saved[1] === 'text') offset += saved[2];
    return event ? [event] : [];
  });
  return [...whole, ...told];
}

function tell(
  saved: SavedEvent,
  { view, replyTo }: SavedMessage,
  quotes: Map<string, QuoteView>,
  offset: number,
): RoomEvent | null {
  // What goes with a message of the assistant's own accord belongs to no turn.
  const turn = replyTo ?? (view.role === 'visitor' ? view.id : null);
  const at = { id: saved[0], turn };
  switch (saved[1]) {
    case 'text': {
      const delta = view.text.slice(offset, offset + saved[2]);
      return { ...at, event: 'text', data: { message_id: view.id, delta } };
    }
    case 'quote': {
      const quote = quotes.get(saved[2]);
      return quote ? { ...at, event: 'quote', data: { quote } } : null;
    }
    case 'details':
    case 'details.requested':
      return { ...at, event: saved[1], data: { fields: saved[2] } };
    case 'error':
      return { ...at, event: 'error', data: { problem: saved[2], message_id: turn } };
    case 'turn.started':
      return { ...at, event: 'turn.started', data: { message_id: view.id, reply_to: turn ?? '' } };
    case 'turn.completed':
      return { ...at, event: 'turn.completed', data: { message: view } };
  }
}
