import { connect, createServer, type Socket } from 'node:net';
import { connect as connectDatabase, type Database } from '../../api/platform/database/connect.ts';

const ONE_WAY_MS = 15; // far longer than one side takes to write what it has to say

const TERMINATE = 'X'.charCodeAt(0); // a client's good-bye, which nobody answers

/** A proxy before Postgres that adds latency and counts round trips. */
export interface CountingProxy {
  /** The database's address with the proxy's port in it. */
  url: string;
  /** Times that the client spoke again after it had been answered, over all connections. */
  trips(): number;
  /** Connections that were opened. */
  connections(): number;
  /** Lets so many more trips through and withholds what comes then; connecting is always let through. */
  allow(trips: number): void;
  close(): Promise<void>;
}

/**
 * A client that goes through the proxy, connected. Nagle's algorithm is off, as it is in workerd: it
 * would hold a second small packet back until the first is answered, which is no round trip of ours.
 */
export async function connectThrough(proxy: CountingProxy): Promise<Database> {
  const { hostname, port } = new URL(proxy.url);
  const socket = () =>
    new Promise<Socket>((resolve, reject) => {
      const opened = connect({ host: hostname, port: Number(port), noDelay: true });
      opened.once('connect', () => resolve(opened)).once('error', reject);
    });
  // postgres.js takes a function that opens its socket, which its types do not know.
  const client = { socket } as object;
  const db = connectDatabase(proxy.url, { client });
  await db.query((sql) => sql`select 1`.simple());
  return db;
}

/** Starts a proxy on a free port; each direction takes `oneWayMs`. */
export async function countingProxy(
  databaseUrl: string,
  oneWayMs = ONE_WAY_MS,
): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let trips = 0;
  let connections = 0;
  let allowed = Number.POSITIVE_INFINITY;
  const passers: (() => void)[] = [];
  const server = createServer((client) => {
    connections++;
    let answered = true;
    let connecting = true;
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
    }
    const pass = (chunk: Buffer) => {
      if (answered && chunk[0] !== TERMINATE) {
        trips++;
        if (!connecting) allowed--;
        answered = false;
      }
      setTimeout(() => upstream.write(chunk), oneWayMs);
    };
    const waiting: Buffer[] = [];
    const passOn = () => {
      while (waiting[0] && (!answered || connecting || allowed > 0)) {
        pass(waiting.shift() as Buffer);
      }
    };
    passers.push(passOn);
    client.on('data', (chunk: Buffer) => {
      connecting &&= !chunk.includes('begin;');
      waiting.push(chunk);
      passOn();
    });
    upstream.on('data', (chunk) => {
      setTimeout(() => {
        answered = true;
        client.write(chunk);
      }, oneWayMs);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    trips: () => trips,
    connections: () => connections,
    allow(trips) {
      allowed = trips;
      for (const passOn of passers) passOn();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
