import postgres from 'postgres';
import { type Cluster, startCluster } from '../../db/embedded/cluster.ts';
import { removeDataFolder } from '../../db/embedded/data-folder.ts';
import { provision } from '../../db/embedded/provision.ts';
import { scratchFolder } from '../../db/embedded/scratch-folder.ts';
import { appUrl, migrate } from '../../db/migrate.ts';
import { seedDemo } from '../../db/seed/demo.ts';
import { DEMO } from '../../db/seed/demo-ids.ts';
import { build } from '../../scripts/build.ts';
import { startBare } from './bare-stack.ts';
import { serveProduct } from './product.ts';
import { spawnServer } from './spawn-server.ts';

/** A system on 127.0.0.1. */
export interface ServedSystem {
  url: string;
  /** Of workerd. */
  pid: number | undefined;
  /** The name of its database. */
  database: string;
  stop(): Promise<void>;
}

/** Everything that a measurement needs; `close` stops all of it, also what was started later. */
export interface Stage {
  model: { url: string; pid: number | undefined };
  tradesphere: ServedSystem;
  cluster: Cluster;
  /** The bare Worker. */
  startBare(): Promise<ServedSystem>;
  /** TradeSphere without the shared pool: each request connects for itself. */
  startUnshared(): Promise<ServedSystem>;
  /** Updates the planner's statistics, as autovacuum would in a database that lives longer. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

const DATABASE = 'bench';
const BUDGET_PICOUSD = '1000000000000000000'; // far above what any run costs

/** Starts Postgres with the settings of `npm start`, the mock model and TradeSphere. */
export async function setStage(): Promise<Stage> {
  const stops: (() => unknown)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    await build();
    const folder = scratchFolder('bench');
    stops.push(() => removeDataFolder(folder));
    const cluster = await startCluster(folder, 'app');
    stops.push(() => cluster.stop());
    const owner = await provision(cluster, DATABASE);
    await migrate(owner);
    await seedDemo(owner);
    const sql = postgres(owner, { max: 1, onnotice: () => {} }); // it warns of tables that are not ours to analyze
    stops.push(() => sql.end({ timeout: 1 }));
    await raiseBudget(sql);
    const { line: modelUrl, pid, stop } = await spawnServer('e2e/mock-model/serve.ts');
    stops.push(stop);
    const product = { database: DATABASE, databaseUrl: appUrl(owner), modelUrl };
    const kept = async (starting: Promise<ServedSystem>) => {
      const served = await starting;
      stops.push(served.stop);
      return served;
    };
    return {
      model: { url: modelUrl, pid },
      tradesphere: await kept(serveProduct({ ...product, shared: true })),
      cluster,
      startBare: () => kept(startBare(cluster, modelUrl)),
      startUnshared: () => kept(serveProduct({ ...product, shared: false })),
      async analyze() {
        await sql`analyze`;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The demo company's budget ends after some thousand answers. */
async function raiseBudget(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('app.company_id', ${DEMO.companyId}, true)`;
    await tx`select set_ai_budget(${BUDGET_PICOUSD}::bigint)`;
  });
}
