import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../e2e/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Sends the head of a request and a part of its body, then closes the connection. */
async function leaveInMidBody(headers: string[], part: string): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const head = ['POST /api/auth/login HTTP/1.1', `Host: ${hostname}:${port}`, ...headers];
  await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n${part}`, resolve));
  await new Promise((resolve) => setTimeout(resolve, 200)); // until the Worker waits for the rest
  socket.destroy();
}

test.each([
  ['of a declared length', ['Content-Type: application/json', 'Content-Length: 5000'], '{"email":'],
  [
    'of an unknown length',
    ['Content-Type: application/json', 'Transfer-Encoding: chunked'],
    '5\r\n{"ema\r\n',
  ],
])('a client that goes away in the middle of a body %s is no error', async (_kind, ...request) => {
  server.logs.length = 0;
  await leaveInMidBody(...request);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(server.logs).toEqual([]);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});
