import { WORKER_BUNDLE } from '../../scripts/build/worker.ts';
import { serveWorker } from '../../scripts/local/serve-worker.ts';
import { inRoot } from '../../scripts/root.ts';
import type { ServedSystem } from './stage.ts';

interface ProductOptions {
  database: string;
  databaseUrl: string;
  modelUrl: string;
  /** Whether requests share the host's pool; without it each request connects for itself. */
  shared: boolean;
}

const NO_LIMIT = '999999999'; // all visitors use one site from one machine

/** The built Worker as `npm start` serves it, answered by the mock model. */
export async function serveProduct(options: ProductOptions): Promise<ServedSystem> {
  const { database, databaseUrl, modelUrl, shared } = options;
  const served = await serveWorker({
    bundle: WORKER_BUNDLE,
    assets: inRoot('dist/assets'),
    databaseUrl,
    shared,
    trustedProxy: true, // visitors come from many networks; clients say which
    port: 0,
    vars: {
      TOKEN_SECRET: 'bench',
      OPENAI_API_KEY: 'bench',
      OPENAI_BASE_URL: modelUrl,
      OPENAI_MODEL: 'gpt-4o-mini',
      CHAT_TURNS_PER_VISITOR_HOUR: NO_LIMIT,
      CHAT_TURNS_PER_IP_HOUR: NO_LIMIT,
      CHAT_TURNS_PER_SITE_HOUR: NO_LIMIT,
      CHAT_SESSIONS_PER_IP_HOUR: NO_LIMIT,
      API_CALLS_PER_KEY_MINUTE: NO_LIMIT,
    },
    onLog: () => {}, // errors are counted by the visitors; a line for each would cost CPU
  });
  return { url: served.url, pid: served.pids[0], database, stop: served.stop };
}
