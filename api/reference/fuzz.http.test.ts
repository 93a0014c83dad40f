import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { ERRORS } from '../errors.ts';
import type { ApiDocument } from './complete-document.ts';
import { type Attempt, attemptsAt } from './testing/attempts.ts';
import { operationsOf, schemaOf } from './testing/document.ts';
import { signUpWithEverything, type World } from './testing/world.ts';

const SEED = 20_261_121;
const PER_ROUTE = 16;
const STRANGER = 'Zzyzx';
const JSON_BODY = { 'Content-Type': 'application/json' };

let server: TestServer;
let document: ApiDocument;
let world: World;

beforeAll(async () => {
  const many = '1000000';
  server = await startServer({
    vars: {
      API_CALLS_PER_KEY_MINUTE: many,
      CHAT_SESSIONS_PER_IP_HOUR: many,
      CHAT_TURNS_PER_IP_HOUR: many,
      CHAT_TURNS_PER_SITE_HOUR: many,
      CHAT_DETAILS_PER_SESSION_HOUR: many,
      CHAT_DETAILS_PER_IP_HOUR: many,
      CHAT_HUMAN_PER_IP_HOUR: many,
      CHAT_STREAMS_PER_SESSION: many,
      CHAT_TURNS_PER_VISITOR_HOUR: many,
      SIGNUPS_PER_IP_HOUR: many,
    },
  });
  document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  const stranger = await signUpWithEverything(server.url, STRANGER);
  const own = await signUpWithEverything(server.url, 'Own');
  world = { own, foreignIds: stranger.ids };
});
afterAll(() => server.close());

function credentials(path: string): Record<string, string> {
  const { apiKey, cookie, widgetKey, visitorToken } = world.own;
  if (path.startsWith('/api/chat/')) {
    return { 'X-Widget-Key': widgetKey, Authorization: `Bearer ${visitorToken}` };
  }
  if (/^\/api\/(?:api-keys|security-events)/.test(path))
    return { Cookie: cookie, Origin: server.url };
  return { Authorization: `Bearer ${apiKey}` };
}

async function send({ method, path, query, body }: Attempt) {
  const response = await fetch(`${server.url}${path}${query}`, {
    method,
    headers: { ...credentials(path), ...(body === null ? {} : JSON_BODY) },
    body,
  });
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, type, text: '' };
  }
  return { status: response.status, type, text: await response.text() };
}

/** What is wrong with an answer, or null. */
function faultOf(attempt: Attempt, { status, type, text }: Awaited<ReturnType<typeof send>>) {
  const { responses } = attempt.operation;
  if (status >= 500) return `${status} ${text}`;
  if (!(status in responses)) return `${status} is not documented: ${text}`;
  if (text.includes(STRANGER)) return `tells of another company: ${text}`;
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return `${status} as ${type}`;
    const { code, status: told } = JSON.parse(text);
    const known = Object.entries(ERRORS).some(([name, e]) => name === code && e.status === status);
    return known && told === status ? null : `${status} with an unknown code: ${text}`;
  }
  const schema = responses[status]?.content?.['application/json']?.schema;
  if (!schema) return null;
  const { error } = schemaOf(document, schema).safeParse(JSON.parse(text));
  return error ? `${status} is not what is documented: ${error.message}` : null;
}

test('whatever a route is sent, it answers as documented, and of its own company only', async () => {
  const all = operationsOf(document).filter(({ path }) => path !== '/api/feed'); // a WebSocket
  const removes = ({ method }: { method: string }) => Number(method === 'DELETE');
  const routes = all.toSorted((a, b) => removes(a) - removes(b)); // what is there is needed until then
  const faults: string[] = [];
  const refusing: string[] = [];
  for (const route of routes) {
    const attempts = attemptsAt(route, document, world);
    let succeeded = false;
    for (const attempt of fc.sample(attempts, { seed: SEED, numRuns: PER_ROUTE })) {
      const answer = await send(attempt);
      succeeded ||= answer.status < 400;
      const fault = faultOf(attempt, answer);
      if (fault === null) continue;
      const sent = `${attempt.path}${attempt.query} ${attempt.body ?? ''}`.slice(0, 300);
      faults.push(`${route.name}: ${sent}\n    → ${fault.slice(0, 400)}`);
    }
    if (!succeeded) refusing.push(route.name);
  }
  expect(faults.join('\n')).toBe('');
  expect(refusing).toEqual([]);
}, 120_000);
