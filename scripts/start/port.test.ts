import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../../db/embedded/free-port.ts';
import { assertPortFree } from './port.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function listen(port: number, host: string): Promise<void> {
  server = createServer().listen(port, host);
  await once(server, 'listening');
}

test('a port that nobody listens on is free', async () => {
  await expect(assertPortFree(await freePort())).resolves.toBeUndefined();
});

test.each(['127.0.0.1', '0.0.0.0'])('a port taken on %s is named', async (host) => {
  const port = await freePort();
  await listen(port, host);
  await expect(assertPortFree(port)).rejects.toThrow(`Port ${port} is taken by another program`);
});
