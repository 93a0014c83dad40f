import type { DetailField } from '../assistant/assistant.ts';
import type { EventName } from '../chat/events/events.ts';
import type { JsonSchema } from './example-of.ts';

const FIELDS: DetailField[] = ['name', 'email', 'phone', 'address'];

const text: JsonSchema = { type: 'string' };
const id: JsonSchema = { type: 'string', format: 'uuid' };

const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const fields = object({ fields: { type: 'array', items: { type: 'string', enum: FIELDS } } });

const message = object({
  message: object({
    id,
    role: { type: 'string', enum: ['visitor', 'assistant', 'staff'] },
    text,
    quote_ids: { type: 'array', items: id },
    created_at: { type: 'string', format: 'date-time' },
  }),
});

/** What each event of a chat session says and carries. */
const EVENTS: Record<EventName, { says: string; data: JsonSchema }> = {
  'turn.started': {
    says: 'the answer `message_id` to the message `reply_to` begins',
    data: object({ message_id: id, reply_to: id }),
  },
  text: {
    says: "a piece of the answer's text; the pieces joined are its text",
    data: object({ message_id: id, delta: text }),
  },
  quote: {
    says: 'a price that was calculated',
    data: object({ quote: { $ref: '#/components/schemas/Quote' } }),
  },
  details: { says: 'which contact details were understood', data: fields },
  'details.requested': { says: 'which contact details are asked for: show a form', data: fields },
  message: { says: 'a whole message: of staff, or of the visitor in any tab', data: message },
  'turn.completed': { says: 'the answer as it was saved', data: message },
  error: {
    says: 'the turn of the message `message_id` ended without an answer',
    data: object({
      problem: { $ref: '#/components/schemas/Problem' },
      message_id: { anyOf: [id, { type: 'null' }] },
    }),
  },
};

const LIST = Object.entries(EVENTS).map(([name, { says }]) => `- \`${name}\`: ${says}`);

/** What every stream of events is described with. */
export const EVENTS_DESCRIPTION = `Server-sent events. Each has an \`id\`, which increases within the session, its name in \`event\`, and JSON in \`data\`, described under its name in the schema \`ChatEvents\`; lines that begin with a colon keep the connection open. Ignore events that you do not know.

${LIST.join('\n')}

The answer to a message has the events of its turn and ends after \`turn.completed\` or \`error\`. When it breaks, ask for \`/events\` with the last id that you have applied as \`Last-Event-ID\`.`;

/** The data of each event, under the event's name. */
export const chatEvents: JsonSchema = {
  type: 'object',
  description: 'The `data` of each event of a chat session, by its name.',
  properties: Object.fromEntries(Object.entries(EVENTS).map(([name, { data }]) => [name, data])),
};
