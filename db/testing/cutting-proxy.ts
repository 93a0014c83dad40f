import { connect, createServer, type Socket } from 'node:net';

/** A proxy before Postgres that can lose connections. */
export interface CuttingProxy {
  /** The database's address with the proxy's port in it. */
  url: string;
  /** Ends every connection that is open. */
  cut(): void;
  /** Ends the connection whose next commit has been carried out, before anybody is told of it. */
  cutAfterCommit(skip?: number): void;
  close(): Promise<void>;
}

const IDLE = '\0Z\0\0\0\x05I'; // as Postgres says it behind the last command's tag

/** Whether an answer tells of a commit, or of a statement that was a transaction of its own. */
function isCommitted(answer: Buffer | string): boolean {
  return ['COMMIT', 'SELECT 1'].some((command) => answer.includes(command + IDLE));
}

/** Starts a proxy on a free port. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let commitsLeft = Number.POSITIVE_INFINITY;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true).on('close', () => sockets.delete(socket));
      socket.on('error', () => {}); // a cut connection, on either side
    }
    client.on('data', (chunk) => upstream.write(chunk));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.on('data', (chunk) => {
      commitsLeft -= isCommitted(chunk) ? 1 : 0;
      if (commitsLeft > 0) return client.write(chunk);
      commitsLeft = Number.POSITIVE_INFINITY;
      return client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    cutAfterCommit: (skip = 0) => {
      commitsLeft = skip + 1;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
