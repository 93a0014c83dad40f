import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { startCluster } from '../embedded/cluster.ts';
import { removeDataFolder } from '../embedded/data-folder.ts';
import { freePort } from '../embedded/free-port.ts';
import { ownerUrl, provision } from '../embedded/provision.ts';
import { scratchFolder } from '../embedded/scratch-folder.ts';
import { appUrl, migrate } from '../migrate.ts';
import type { TestDatabase } from './test-database.ts';

const NAME = 'tradesphere';

/** A migrated database on a Postgres of its own, whose address stays while it is stopped and started. */
export interface StoppableDatabase extends TestDatabase {
  /** Shuts Postgres down; from then on connections are refused. */
  stop(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
}

export async function stoppableDatabase(): Promise<StoppableDatabase> {
  const folder = join(scratchFolder('stoppable'), 'postgres');
  const port = await freePort();
  let cluster = await startCluster(folder, 'tests');
  await migrate(await provision(cluster, NAME));
  let close = await openDoor(port, cluster.port);
  const stop = async () => {
    await cluster.stop();
    await close();
  };
  const superuser = new URL(cluster.superuserUrl(NAME));
  superuser.port = String(port);
  const owner = ownerUrl(superuser.href, NAME);
  return {
    ownerUrl: owner,
    superuserUrl: superuser.href,
    appUrl: appUrl(owner),
    stop,
    async start() {
      cluster = await startCluster(folder, 'tests'); // on another port than before
      close = await openDoor(port, cluster.port);
    },
    async close() {
      await stop();
      removeDataFolder(folder);
      removeDataFolder(join(folder, '..'));
    },
  };
}

/** Leads from one port to another; resolves with how to close it and everything that goes through. */
async function openDoor(port: number, target: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.pipe(other);
      socket.on('error', () => {}).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
