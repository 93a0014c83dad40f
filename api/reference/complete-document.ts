import { ERRORS, type ErrorCode, toProblem } from '../errors.ts';
import { chatEvents, EVENTS_DESCRIPTION } from './chat-events.ts';
import { exampleOf, type JsonSchema, type Schemas } from './example-of.ts';

interface Media {
  schema?: JsonSchema;
  example?: unknown;
}

interface Answer {
  description: string;
  content?: Record<string, Media>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

/** One method of one path, as far as it is completed here. */
export interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer>;
}

/** The OpenAPI document, as far as it is completed here. */
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas; securitySchemes?: Record<string, object> };
}

const SECURITY_SCHEMES = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret key `sk_…`, made under Settings or with POST /api/api-keys.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-tradesphere_session',
    description:
      'The cookie of a log-in; over http (on loopback) its name is `tradesphere_session`.',
  },
  widgetKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Widget-Key',
    description: "A site's publishable key `pk_…`; `Origin` must be on the site's list.",
  },
  visitorToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `visitor_token` of POST /api/chat/sessions, with X-Widget-Key.',
  },
};

const OPEN = /^\/api\/(health|auth\/(signup|login|logout))$/;

/** What a route wants to see of who asks; its own list where it takes nothing. */
function securityOf(path: string): Record<string, string[]>[] {
  if (OPEN.test(path)) return [];
  if (/^\/api\/chat\/(config|sessions)$/.test(path)) return [{ widgetKey: [] }];
  if (path.startsWith('/api/chat/')) return [{ widgetKey: [], visitorToken: [] }];
  return [{ apiKey: [] }, { session: [] }];
}

const UNREADABLE = 'The body is not JSON or not UTF-8, or it holds a NUL character.';

const PROBLEM = { schema: { $ref: '#/components/schemas/Problem' } };
const REQUEST_ID = '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44';

/** The code that is shown as the example of a status; of the others the list tells. */
const SHOWN: Record<string, ErrorCode> = {
  400: 'body_not_json',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'body_too_large',
  422: 'validation_failed',
  426: 'websocket_expected',
  429: 'rate_limited',
  500: 'internal',
  503: 'database_unavailable',
};

const refusal = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { ...PROBLEM } },
});

/** What any request may be answered with, most of it before its route is reached. */
function withRefusals(method: string, operation: Operation): Record<string, Answer> {
  const general: Record<string, Answer> = { 500: refusal('Something went wrong on our side.') };
  if (method !== 'get') {
    general[400] = refusal(UNREADABLE);
    general[413] = refusal('The body is too large.');
  }
  const checked = operation.requestBody || operation.parameters?.length;
  if (checked) general[422] = refusal('Some fields are not valid.');
  return { ...general, ...operation.responses };
}

/** What parameters that many routes take say of themselves. */
const PARAMETERS: Record<string, string> = {
  cursor: 'The `next_cursor` of the page before; the first page without it.',
  id: 'The id of what the path names.',
  'last-event-id': 'The `id` of the last event that was applied; all events without it.',
  limit: 'The most items that one page may have.',
};

/** The beginning of an answer. */
const EVENT_STREAM = `id: 13
event: turn.started
data: {"message_id":"0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a45","reply_to":"${REQUEST_ID}"}

id: 14
event: text
data: {"message_id":"0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a45","delta":"About how big is it?"}

`;

function addExamples(media: Record<string, Media> | undefined, status: string, schemas: Schemas) {
  for (const [type, content] of Object.entries(media ?? {})) {
    const code = SHOWN[status];
    if (type === 'application/problem+json' && code) {
      content.example = { ...toProblem(null, REQUEST_ID), ...ERRORS[code], code };
      content.example = { ...(content.example as object), type: `/docs/errors#${code}` };
    } else if (type === 'text/event-stream') {
      content.example = EVENT_STREAM;
    } else if (type === 'application/json' && content.schema) {
      content.example ??= exampleOf(content.schema, schemas);
    }
  }
}

/**
 * A nullable part that stands under a name of its own comes as "the part and (an object or null)",
 * which null does not satisfy; told here as what is meant. Changes the document in place.
 */
function mendNullableParts(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const child of Object.values(node)) mendNullableParts(child);
  const schema = node as JsonSchema;
  const [part, rest] = schema.allOf ?? [];
  if (!part?.$ref || !rest || !Array.isArray(rest.type) || !rest.type.includes('null')) return;
  const { type: _, ...told } = rest;
  delete schema.allOf;
  Object.assign(schema, told, { anyOf: [part, { type: 'null' }] });
}

/** "get /api/customers/{id}/events" → "getCustomersByIdEvents" */
function operationId(method: string, path: string): string {
  const words = path.replace('/api/', '').replace(/\{(\w+)\}/g, 'by-$1');
  return method + words.replace(/(?:^|[/_-])(\w)/g, (_, first: string) => first.toUpperCase());
}

/**
 * Adds what holds for every route and no route says itself: who may ask, what any request may be
 * refused with, a name for clients that are generated, an example of each body, and the events of a chat.
 */
export function completeDocument(document: ApiDocument): ApiDocument {
  mendNullableParts(document);
  const { schemas } = document.components;
  document.components.securitySchemes = SECURITY_SCHEMES;
  schemas.ChatEvents = chatEvents;
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId = operationId(method, path);
      operation.security = securityOf(path);
      for (const parameter of operation.parameters ?? []) {
        const said = parameter.description ?? PARAMETERS[parameter.name];
        if (said) parameter.description = said;
      }
      operation.responses = withRefusals(method, operation);
      addExamples(operation.requestBody?.content, '', schemas);
      for (const [status, answer] of Object.entries(operation.responses)) {
        addExamples(answer.content, status, schemas);
        if (answer.content?.['text/event-stream']) answer.description = EVENTS_DESCRIPTION;
      }
    }
  }
  return document;
}
