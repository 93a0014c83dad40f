import { once } from 'node:events';
import { createServer } from 'node:net';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { PlainError } from '../plain-error.ts';
import { assertReachable } from './requirements.ts';

test('a place that takes the connection and closes it at once does not answer', async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const url = `postgres://owner:hush@127.0.0.1:${port}/shop`;
  const sql = postgres(url, { max: 1 });
  try {
    const answer = assertReachable(sql, url, 100);
    await expect(answer).rejects.toThrow(PlainError);
    await expect(answer).rejects.toThrow(
      `The database at 127.0.0.1:${port}/shop does not answer (nothing within 0.1 seconds).`,
    );
  } finally {
    await sql.end({ timeout: 0 });
    server.close();
  }
});
