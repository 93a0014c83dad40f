import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

const LIMITS = { visitor: 2, site: 3, ip: 6, signups: 1, key: 3 };

let server: TestServer;
beforeAll(async () => {
  const vars = {
    CHAT_TURNS_PER_VISITOR_HOUR: String(LIMITS.visitor),
    CHAT_TURNS_PER_SITE_HOUR: String(LIMITS.site),
    CHAT_SESSIONS_PER_IP_HOUR: String(LIMITS.ip),
    SIGNUPS_PER_IP_HOUR: String(LIMITS.signups),
    API_CALLS_PER_KEY_MINUTE: String(LIMITS.key),
  };
  server = await startServer({ demo: true, vars });
});
afterAll(() => server?.close());

const widget = () => new WidgetClient(server.url);

/** Calls until it is refused. More calls are let through only where a window ends meanwhile. */
async function callUntilRefused(limit: number, call: () => Promise<Response>) {
  for (let calls = 0; calls <= 2 * limit; calls++) {
    const response = await call();
    if (response.status === 429) {
      expect(calls).toBeGreaterThanOrEqual(limit);
      return { refused: response, taken: calls };
    }
    expect(response.status).toBeLessThan(300);
    await response.text();
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
  const { refused, taken } = await callUntilRefused(LIMITS.visitor - 1, () => again.send('two'));
  await expectLimited(refused, 'turns-per-visitor', LIMITS.visitor, 3_600);
  expect(await again.messages()).toHaveLength(2 * taken);
});

test('turns of a site, over all its visitors', async () => {
  const left = LIMITS.site - LIMITS.visitor;
  const visitor = await widget().start();
  const { refused, taken } = await callUntilRefused(left, () => visitor.send('hello'));
  await expectLimited(refused, 'turns-per-site', LIMITS.site, 3_600);
  expect(await visitor.messages()).toHaveLength(2 * taken);
});

test('sessions of an address', async () => {
  const open = () => widget().post('/api/chat/sessions', {});
  const { refused } = await callUntilRefused(LIMITS.ip - 3, open);
  await expectLimited(refused, 'sessions-per-ip', LIMITS.ip, 3_600);
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
  const { refused } = await callUntilRefused(LIMITS.signups, signUp);
  await expectLimited(refused, 'sign-ups-per-ip', LIMITS.signups, 3_600);
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
  const { refused } = await callUntilRefused(LIMITS.key - 1, call);
  await expectLimited(refused, 'calls-per-key', LIMITS.key, 60);
  expect((await other()).status).toBe(200);
});
