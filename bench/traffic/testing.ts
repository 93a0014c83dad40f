import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chat, System } from './system.ts';

/** A server on a free port that answers as the handler says. */
export async function tinyServer(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A system that counts what visitors do; `send` and `open` may be made to fail. */
export class CountingSystem implements System {
  readonly name = 'counting';
  opened = 0;
  sent = 0;
  underWay = 0;
  most = 0;
  private readonly respond: (message: number) => Promise<number>;

  constructor(respond: (message: number) => Promise<number>) {
    this.respond = respond;
  }

  async open(): Promise<Chat> {
    this.opened++;
    return {
      send: async () => {
        this.underWay++;
        this.most = Math.max(this.most, this.underWay);
        try {
          return await this.respond(++this.sent);
        } finally {
          this.underWay--;
        }
      },
    };
  }

  close(): void {}
}
