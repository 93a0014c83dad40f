import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from '../embedded/cluster.ts';
import { removeDataFolder } from '../embedded/data-folder.ts';
import { provision } from '../embedded/provision.ts';
import { migrate } from '../migrate.ts';

/** Copied for each test file: migrated once, used by nobody. */
const TEMPLATE = 'tradesphere_template';

/** What test files need to make their own database. */
export interface TestCluster {
  port: number;
  superuserUrl: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** A folder of this run's own; scripts/test.ts names one so that it can clean up after a crash. */
function runFolder(): string {
  const named = process.env.TEST_CLUSTER_DIR;
  const folder = named ?? mkdtempSync(join(tmpdir(), 'tradesphere-test-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755); // for root: the database's user has to get in
  return folder;
}

/** Starts one Postgres for the whole run, with the migrated template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = runFolder();
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
  const { port } = cluster;
  const superuserUrl = cluster.superuserUrl('postgres');
  project.provide('cluster', { port, superuserUrl, template: TEMPLATE });
  return teardown;
}
