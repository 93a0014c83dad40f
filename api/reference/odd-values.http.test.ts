import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import type { ApiDocument } from './complete-document.ts';
import { type OddRequest, oddRequests } from './testing/odd-requests.ts';
import { signUpWithEverything, type World } from './testing/world.ts';

const SEED = 20_261_121;
const REQUESTS = 5_000;
const AT_ONCE = 10;

let server: TestServer;
let document: ApiDocument;
let own: World['own'];

beforeAll(async () => {
  const many = '1000000';
  server = await startServer({
    vars: {
      API_CALLS_PER_KEY_MINUTE: many,
      CHAT_SESSIONS_PER_IP_HOUR: many,
      CHAT_TURNS_PER_SITE_HOUR: many,
      CHAT_TURNS_PER_VISITOR_HOUR: many,
      SIGNUPS_PER_IP_HOUR: many,
    },
  });
  document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  own = await signUpWithEverything(server.url, 'Own');
});
afterAll(() => server.close());

function credentials(path: string): Record<string, string> {
  if (path.startsWith('/api/chat/')) {
    return { 'X-Widget-Key': own.widgetKey, Authorization: `Bearer ${own.visitorToken}` };
  }
  if (path.startsWith('/api/api-keys')) return { Cookie: own.cookie, Origin: server.url };
  return { Authorization: `Bearer ${own.apiKey}` };
}

async function send({ method, path, headers, body }: OddRequest) {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      ...credentials(path),
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (isStream) await response.body?.cancel();
  return { status: response.status, text: isStream ? '' : await response.text() };
}

test('none of 5,000 odd values, in any parameter or field of any route, is answered with a 5xx', async () => {
  const requests = oddRequests(document, { own, foreignIds: [] }, { count: REQUESTS, seed: SEED });
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  const waiting = requests.values();
  const work = async () => {
    for (const request of waiting) {
      const { status, text } = await send(request);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status < 500) continue;
      const { method, path, headers, body } = request;
      const sent = `${method} ${path} ${JSON.stringify(headers)} ${body ?? ''}`.slice(0, 300);
      faults.push(`${sent}\n    → ${status} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(faults.join('\n')).toBe('');
  expect(requests).toHaveLength(REQUESTS);
  expect(statuses[200]).toBeGreaterThan(REQUESTS / 20); // it reaches the routes behind the log-in
}, 240_000); // under a minute on two idle cores
