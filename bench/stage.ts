import { spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { startCluster } from '../db/embedded/cluster.ts';
import { removeDataFolder } from '../db/embedded/data-folder.ts';
import { provision } from '../db/embedded/provision.ts';
import { scratchFolder } from '../db/embedded/scratch-folder.ts';
import { appUrl, migrate } from '../db/migrate.ts';
import { seedDemo } from '../db/seed/demo.ts';
import { WORKER_BUNDLE } from '../scripts/build/worker.ts';
import { build } from '../scripts/build.ts';
import { serveWorker } from '../scripts/local/serve-worker.ts';
import { inRoot } from '../scripts/root.ts';
import { runNode } from '../scripts/run-tool.ts';

/** Everything the benchmark needs, running on 127.0.0.1. */
export interface Stage {
  modelUrl: string;
  tradesphere: { url: string; pid: number | undefined };
  bare: { url: string; pid: number | undefined };
  postgresPid: number;
  /** Counts the tables' rows for Postgres' planner, as autovacuum does in a database that is not about to go. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

const NO_LIMIT = '999999999';

/** Starts Postgres, the mock model and both Workers, each of these in a process of its own. */
export async function setStage(): Promise<Stage> {
  const folder = scratchFolder('bench');
  const cluster = await startCluster(folder, 'bench');
  const owner = await provision(cluster, 'bench');
  await migrate(owner);
  await seedDemo(owner);
  const sql = postgres(owner, { max: 1, onnotice: () => {} }); // it warns of tables that are not ours to analyze
  await sql`create table bare_messages (
    id bigserial primary key, session text not null, role text not null, text text not null)`;
  await sql`grant insert on bare_messages to tradesphere_app`;
  await sql`grant usage on sequence bare_messages_id_seq to tradesphere_app`;

  const model = await startModel();
  await build();
  const databaseUrl = appUrl(owner);
  const ours = await serveWorker({
    bundle: WORKER_BUNDLE,
    assets: inRoot('dist/assets'),
    databaseUrl,
    port: 0,
    vars: {
      TOKEN_SECRET: 'bench',
      OPENAI_API_KEY: 'bench',
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'gpt-4o-mini',
      CHAT_TURNS_PER_VISITOR_HOUR: NO_LIMIT,
      CHAT_TURNS_PER_IP_HOUR: NO_LIMIT,
      CHAT_TURNS_PER_SITE_HOUR: NO_LIMIT,
      CHAT_SESSIONS_PER_IP_HOUR: NO_LIMIT,
    },
  });
  const bare = await startBare(await bundleBare(), databaseUrl, model.url);
  return {
    modelUrl: model.url,
    tradesphere: { url: ours.url, pid: ours.pids[0] },
    bare,
    postgresPid: cluster.pid,
    async analyze() {
      await sql`analyze`;
    },
    async close() {
      await sql.end();
      await ours.stop();
      bare.stop();
      model.stop();
      await cluster.stop();
      removeDataFolder(folder);
    },
  };
}

async function bundleBare(): Promise<string> {
  const wrangler = inRoot('node_modules/wrangler/bin/wrangler.js');
  const args = ['deploy', '--dry-run', '--outdir', inRoot('dist/bare')];
  const config = ['--config', inRoot('bench/bare/wrangler.toml')];
  const result = await runNode([wrangler, ...args, ...config], {
    env: { WRANGLER_SEND_METRICS: 'false', CI: '1' },
  });
  if (result.code !== 0) throw new Error(result.output);
  return inRoot('dist/bare/worker.js');
}

async function startModel(): Promise<{ url: string; stop(): void }> {
  const { line, stop } = await spawnServer(['e2e/mock-model/serve.ts'], {});
  return { url: line, stop };
}

async function startBare(bundle: string, databaseUrl: string, modelUrl: string) {
  const env = { BUNDLE: bundle, APP_DATABASE_URL: databaseUrl, MODEL_URL: modelUrl };
  const { line, stop } = await spawnServer(['bench/bare/serve.ts'], env);
  const [url = '', pid] = line.split(' ');
  return { url, pid: Number(pid) || undefined, stop };
}

/** Starts a script of ours that says in its first line where it listens. */
async function spawnServer(script: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, script, {
    cwd: inRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { line: String(line).trim(), stop: () => child.kill('SIGTERM') };
}
