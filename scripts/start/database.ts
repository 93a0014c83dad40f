import { join } from 'node:path';
import { type Cluster, startCluster } from '../../db/embedded/cluster.ts';
import { provision } from '../../db/embedded/provision.ts';
import { migrate } from '../../db/migrate.ts';

interface EmbeddedDatabase {
  cluster: Cluster;
  /** Connection string of the role that owns the schema. */
  ownerUrl: string;
}

/** The Postgres of this data folder, with our role and database in it. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const cluster = await startCluster(join(dataDir, 'postgres'), 'app');
  try {
    return { cluster, ownerUrl: await provision(cluster, 'tradesphere') };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Migrates to the newest schema; `demo` adds the demo company, which no real database gets. */
export async function bringUp(ownerUrl: string, options: { demo: boolean }): Promise<void> {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) console.log(`  applied ${applied.length} migrations`);
  if (!options.demo) return;
  const { seedDemo } = await import('../../db/seed/demo.ts');
  await seedDemo(ownerUrl);
}
