import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ demo: true });
});
afterAll(() => server.close());

/** A dashboard's line to the feed, with all that it was told. */
async function listen(cookie: string) {
  const url = `${server.url.replace('http', 'ws')}/api/feed`;
  const socket = new WebSocket(url, { headers: { Cookie: cookie } } as never);
  const told: { type: string; topic?: string }[] = [];
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
