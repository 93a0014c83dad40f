import postgres from 'postgres';
import type { Cluster } from '../../db/embedded/cluster.ts';
import { provision } from '../../db/embedded/provision.ts';
import { appUrl } from '../../db/migrate.ts';
import { inRoot } from '../../scripts/root.ts';
import { runNode } from '../../scripts/run-tool.ts';
import { spawnServer } from './spawn-server.ts';
import type { ServedSystem } from './stage.ts';

const DATABASE = 'bare';

/** The bare Worker with a database of its own in the same cluster; the runtime role exists already. */
export async function startBare(cluster: Cluster, modelUrl: string): Promise<ServedSystem> {
  const owner = await provision(cluster, DATABASE);
  const sql = postgres(owner, { max: 1, onnotice: () => {} });
  await sql`create table sessions (id uuid primary key, started_at timestamptz not null default now())`;
  await sql`create table messages (
    id bigserial primary key, session_id uuid not null, role text not null, text text not null)`;
  await sql`grant insert on sessions, messages to tradesphere_app`;
  await sql`grant usage on sequence messages_id_seq to tradesphere_app`;
  await sql.end();
  const env = { BUNDLE: await bundle(), APP_DATABASE_URL: appUrl(owner), MODEL_URL: modelUrl };
  const { line, stop } = await spawnServer('bench/bare/serve.ts', env);
  const [url = '', pid] = line.split(' ');
  return { url, pid: Number(pid) || undefined, database: DATABASE, stop: async () => stop() };
}

/** Bundled as wrangler would deploy it. */
async function bundle(): Promise<string> {
  const wrangler = inRoot('node_modules/wrangler/bin/wrangler.js');
  const args = ['deploy', '--dry-run', '--outdir', inRoot('dist/bare')];
  const config = ['--config', inRoot('bench/bare/wrangler.toml')];
  const result = await runNode([wrangler, ...args, ...config], {
    env: { WRANGLER_SEND_METRICS: 'false', CI: '1' },
  });
  if (result.code !== 0) throw new Error(result.output);
  return inRoot('dist/bare/worker.js');
}
