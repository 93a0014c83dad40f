import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

const LIMITS = { visitor: 2, network: 3, site: 1, sessions: 6, streams: 3, signups: 1, key: 3 };

let server: TestServer;
beforeAll(async () => {
  const vars = {
    CHAT_TURNS_PER_VISITOR_HOUR: String(LIMITS.visitor),
    CHAT_TURNS_PER_IP_HOUR: String(LIMITS.network),
    CHAT_TURNS_PER_SITE_HOUR: String(LIMITS.site),
    CHAT_SESSIONS_PER_IP_HOUR: String(LIMITS.sessions),
    CHAT_STREAMS_PER_SESSION: String(LIMITS.streams),
    SIGNUPS_PER_IP_HOUR: String(LIMITS.signups),
    API_CALLS_PER_KEY_MINUTE: String(LIMITS.key),
  };
  server = await startServer({ demo: true, vars });
});
afterAll(() => server?.close());

let networks = 0;
const newNetwork = () => `2001:db8:0:${(++networks).toString(16)}`;

/** A widget on one of the addresses of a network; of a network of its own unless given. */
const widget = (network = newNetwork()) => {
  const address = `${network}::${Math.floor(Math.random() * 65_536).toString(16)}`;
  return new WidgetClient(server.url, undefined, { 'CF-Connecting-IP': address });
};

const HOUR_S = 3_600;
const windowNow = (windowS: number) => Math.floor(Date.now() / 1_000 / windowS);

/** Calls until it is refused: at the limit, or later where one window ends and another begins meanwhile. */
async function callUntilRefused(limit: number, windowS: number, call: () => Promise<Response>) {
  const began = windowNow(windowS);
  for (let taken = 0; taken <= 2 * limit; taken++) {
    const refused = await call();
    if (refused.status === 429) {
      if (windowNow(windowS) === began) expect(taken).toBe(limit);
      return { refused, taken };
    }
    expect(refused.status).toBeLessThan(300);
    await refused.text();
  }
  throw new Error(`not refused, although the limit is ${limit}`);
}

/** The refusal names the limit and says when to come back. */
async function expectLimited(response: Response, name: string, quota: number, windowS: number) {
  const { headers } = response;
  expect(headers.get('ratelimit-policy')).toBe(`"${name}";q=${quota};w=${windowS}`);
  const wait = Number(headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(windowS);
  expect(headers.get('ratelimit')).toBe(`"${name}";r=0;t=${wait}`);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 429, code: 'rate_limited' });
}

test('turns of a visitor, over all their sessions; what is refused is not stored', async () => {
  const first = await widget().start();
  await first.say('one');
  const again = await widget().start({ visitor_id: first.session.visitorId });
  const { refused, taken } = await callUntilRefused(LIMITS.visitor - 1, HOUR_S, () =>
    again.send('two'),
  );
  await expectLimited(refused, 'turns-per-visitor', LIMITS.visitor, HOUR_S);
  expect(await again.messages()).toHaveLength(2 * taken);
});

test('turns of a network, over all its visitors and addresses; another network goes on', async () => {
  const network = newNetwork();
  for (const text of ['one', 'two']) await (await widget(network).start()).say(text);
  const visitor = await widget(network).start();
  const { refused, taken } = await callUntilRefused(LIMITS.network - 2, HOUR_S, () =>
    visitor.send('hello'),
  );
  await expectLimited(refused, 'turns-per-ip', LIMITS.network, HOUR_S);
  expect(await visitor.messages()).toHaveLength(2 * taken);
  expect((await (await widget().start()).say('hello')).at(-1)?.event).toBe('turn.completed');
});

test('sessions of a network', async () => {
  const network = newNetwork();
  const open = () => widget(network).post('/api/chat/sessions', {});
  const { refused } = await callUntilRefused(LIMITS.sessions, HOUR_S, open);
  await expectLimited(refused, 'sessions-per-ip', LIMITS.sessions, HOUR_S);
  expect((await widget().post('/api/chat/sessions', {})).status).toBe(201);
});

test('event streams of a session; one that its tab has left makes room', async () => {
  const visitor = await widget().start();
  const tabs: AbortController[] = [];
  const open = async () => {
    const tab = new AbortController();
    const response = await visitor.request(visitor.path('events'), { signal: tab.signal });
    if (response.ok) tabs.push(tab);
    return response;
  };
  for (let i = 0; i < LIMITS.streams; i++) expect((await open()).status).toBe(200);
  const refused = await open();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('ratelimit')).toBe('"streams-per-session";r=0;t=5');
  expect((await visitor.say('hello')).at(-1)?.event).toBe('turn.completed');
  for (let i = 0; i < 2 * LIMITS.streams; i++) {
    tabs.shift()?.abort();
    await expect.poll(async () => (await open()).status, { timeout: 5_000 }).toBe(200);
  }
  for (const tab of tabs) tab.abort();
});

test('sign-ups of an address', async () => {
  const signUp = () =>
    fetch(`${server.url}/api/auth/signup`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: server.url },
      body: JSON.stringify({
        company_name: 'Stoneworks',
        name: 'Lee Park',
        email: `lee-${newId()}@example.com`,
        password: 'retaining-wall-7',
      }),
    });
  const { refused } = await callUntilRefused(LIMITS.signups, HOUR_S, signUp);
  await expectLimited(refused, 'sign-ups-per-ip', LIMITS.signups, HOUR_S);
});

test('calls of an API key, each told what is left; another key is not held up', async () => {
  const owner = await staffClient(server.url);
  const keyClient = async () => {
    const made = await (await owner('POST', '/api/api-keys', { name: 'Robot' })).json();
    const headers = { Authorization: `Bearer ${made.key}` };
    return () => fetch(`${server.url}/api/customers`, { headers });
  };
  const [call, other] = [await keyClient(), await keyClient()];
  const welcome = await call();
  expect(welcome.headers.get('ratelimit')).toMatch(/^"calls-per-key";r=2;t=\d+$/);
  const { refused } = await callUntilRefused(LIMITS.key - 1, 60, call);
  await expectLimited(refused, 'calls-per-key', LIMITS.key, 60);
  expect((await other()).status).toBe(200);
});
