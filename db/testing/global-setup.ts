import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from '../embedded/cluster.ts';
import { removeDataFolder } from '../embedded/data-folder.ts';
import { provision } from '../embedded/provision.ts';
import { scratchFolder } from '../embedded/scratch-folder.ts';
import { migrate } from '../migrate.ts';

/** Copied for each test file: migrated once, used by nobody. */
const TEMPLATE = 'tradesphere_template';

/** What test files need to make their own database. */
export interface TestCluster {
  superuserUrl: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Starts one Postgres for the whole run, with the migrated template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // scripts/test.ts names a folder, so that it can clean up after a crash.
  const folder = process.env.TEST_CLUSTER_DIR ?? scratchFolder('test');
  let cluster: Cluster | undefined;
  const teardown = async () => {
    await cluster?.stop();
    removeDataFolder(folder);
  };
  try {
    cluster = await startCluster(folder, 'tests');
    await migrate(await provision(cluster, TEMPLATE));
  } catch (error) {
    await teardown();
    throw error;
  }
  const superuserUrl = cluster.superuserUrl('postgres');
  project.provide('cluster', { superuserUrl, template: TEMPLATE });
  return teardown;
}
