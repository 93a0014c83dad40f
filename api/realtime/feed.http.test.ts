import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { newId } from '../platform/ids.ts';
import { sealFeedCursor } from './sealed-cursor.ts';

const KEYS = { current: 'secret-of-the-feed-test', previous: null };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ demo: true, vars: { TOKEN_SECRET: KEYS.current } });
});
afterAll(() => server.close());

/** A dashboard's line to the feed, with all that it was told. */
async function listen(cookie: string, since?: string) {
  const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
  const url = `${server.url.replace('http', 'ws')}/api/feed${query}`;
  const socket = new WebSocket(url, { headers: { Cookie: cookie } } as never);
  const told: { type: string; topic?: string; cursor: string }[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.onerror = () => reject(new Error('refused'));
    socket.onmessage = ({ data }) => {
      if (data !== 'pong') told.push(JSON.parse(data));
      resolve();
    };
  });
  return { told, socket };
}

const addCustomer = (send: Awaited<ReturnType<typeof staffClient>>, name: string) =>
  send('POST', '/api/customers', { name });

test('a log-out ends the socket of that log-in, and no other', async () => {
  const [leaving, staying] = [await staffClient(server.url), await staffClient(server.url)];
  const [left, kept] = [await listen(leaving.cookie), await listen(staying.cookie)];
  await leaving('POST', '/api/auth/logout');
  // Node tells of a close only when the line is down, too.
  await expect.poll(() => left.socket.readyState).toBeGreaterThan(WebSocket.OPEN);
  await addCustomer(staying, 'Ana');
  await expect.poll(() => kept.told.map(({ topic }) => topic)).toContain('customer.created');
  expect(left.told.map(({ type }) => type)).toEqual(['hello']);
  expect(kept.socket.readyState).toBe(WebSocket.OPEN);
  kept.socket.close();
});

test('whoever has logged out opens no other', async () => {
  const gone = await staffClient(server.url);
  await gone('POST', '/api/auth/logout');
  await expect(listen(gone.cookie)).rejects.toThrow('refused');
});

/** Past the time for which the feed reads the outbox by itself after a dashboard connects. */
const SETTLED_MS = 3_000;

test.each([
  ['POST /api/leads', 'lead.captured', { name: 'Bo', email: 'bo@example.com' }],
  ['POST /api/customers', 'customer.created', { name: 'Cy' }],
])('%s reaches a dashboard that has been open for a while', async (route, topic, body) => {
  const staff = await staffClient(server.url);
  const { told, socket } = await listen(staff.cookie);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const [method = '', path = ''] = route.split(' ');
  expect((await staff(method, path, body)).status).toBe(201);
  await expect.poll(() => told.map((one) => one.topic), { timeout: 2_000 }).toContain(topic);
  socket.close();
});

test('a dashboard that reconnects with its opaque cursor receives what it missed', async () => {
  const staff = await staffClient(server.url);
  const { told, socket } = await listen(staff.cookie);
  const cursor = told[0]?.cursor ?? '';
  expect(cursor).toMatch(/^[\w-]{59}$/);
  socket.close();
  await addCustomer(staff, 'Missed');
  const back = await listen(staff.cookie, cursor);
  await expect.poll(() => back.told.map(({ topic }) => topic)).toContain('customer.created');
  expect(back.told.map(({ type }) => type)).toEqual(['hello', 'event']);
  back.socket.close();
});

test.each([
  '',
  '0.0',
  '18446744073709551615.9223372036854775807',
  '99999999999999999999.9999999999999999999',
  'x'.repeat(58),
  '%00',
])('the malformed cursor %j is refused', async (since) => {
  const staff = await staffClient(server.url);
  const answer = await staff('GET', `/api/feed?since=${encodeURIComponent(since)}`);
  expect(answer.status).toBe(400);
  await expect(listen(staff.cookie, since)).rejects.toThrow('refused');
});

test('a cursor of another company, or beyond the newest, resets its own dashboard only', async () => {
  const staff = await staffClient(server.url);
  const company = (await (await staff('GET', '/api/company')).json()) as { id: string };
  const beyond = { xid: '18446744073709551615', seq: '9223372036854775807' };
  const foreign = await sealFeedCursor(KEYS, newId(), { xid: '1', seq: '1' });
  const future = await sealFeedCursor(KEYS, company.id, beyond);
  const honest = await listen(staff.cookie);
  for (const since of [foreign, future]) {
    const odd = await listen(staff.cookie, since);
    await expect.poll(() => odd.told.map(({ type }) => type)).toContain('reset');
    await addCustomer(staff, 'Dee');
    await expect.poll(() => odd.told.map(({ topic }) => topic)).toContain('customer.created');
    odd.socket.close();
  }
  expect(honest.told.filter(({ topic }) => topic === 'customer.created')).toHaveLength(2);
  honest.socket.close();
});
