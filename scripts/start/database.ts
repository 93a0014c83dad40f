import { join } from 'node:path';
import { type Cluster, startCluster } from '../../db/embedded/cluster.ts';
import { hasEnded } from '../../db/embedded/processes.ts';
import { provision } from '../../db/embedded/provision.ts';
import { migrate } from '../../db/migrate.ts';
import { PlainError } from '../../db/plain-error.ts';
import type { Ending } from './ending.ts';
import { type Instance, supervise } from './supervise.ts';

const NAME = 'The embedded Postgres';
const LOOK_MS = 250; // one that was taken over is no child of ours: only its process id can be asked

interface EmbeddedDatabase {
  cluster: Cluster;
  /** Connection string of the role that owns the schema. */
  ownerUrl: string;
}

const postgresFolder = (dataDir: string) => join(dataDir, 'postgres');

/** The Postgres of this data folder, with our role and database in it. */
async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const cluster = await startCluster(postgresFolder(dataDir), 'app');
  try {
    return { cluster, ownerUrl: await provision(cluster, 'tradesphere') };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const asInstance = ({ pid, stop }: Cluster): Instance => ({
  ended: hasEnded(pid, Number.POSITIVE_INFINITY, LOOK_MS),
  stop,
});

/** Starts the embedded Postgres, migrates and seeds it, and restarts it whenever it dies. */
export async function runEmbedded(
  dataDir: string,
  ending: Ending,
  stops: (() => Promise<void> | void)[],
): Promise<string> {
  const { cluster, ownerUrl } = await startEmbedded(dataDir);
  let stop = cluster.stop;
  stops.push(() => stop());
  try {
    await Promise.race([bringUp(ownerUrl, { demo: true }), ending.reached()]);
  } catch (error) {
    if (ending.signal.aborted || cluster.isRunning()) throw error;
    throw new PlainError(`${NAME} ended unexpectedly; start again, the data is kept.`);
  }
  const part = {
    name: NAME,
    hint: `look into ${join(postgresFolder(dataDir), 'postgres.log')}`,
    restart: async () =>
      asInstance(await startCluster(postgresFolder(dataDir), 'app', cluster.port)),
  };
  stop = supervise(part, asInstance(cluster), ending).stop;
  return ownerUrl;
}

/** Migrates to the newest schema; `demo` adds the demo company, which no real database gets. */
export async function bringUp(ownerUrl: string, options: { demo: boolean }): Promise<void> {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) console.log(`  applied ${applied.length} migrations`);
  if (!options.demo) return;
  const { seedDemo } = await import('../../db/seed/demo.ts');
  await seedDemo(ownerUrl);
}
