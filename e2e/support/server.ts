import { type TestDatabase, testDatabase } from '../../db/testing/test-database.ts';
import { WORKER_BUNDLE } from '../../scripts/build/worker.ts';
import { serveWorker } from '../../scripts/local/serve-worker.ts';
import { inRoot } from '../../scripts/root.ts';

interface ServerOptions {
  /** Adds the demo company, its log-ins and the key pk_demo_rivera. */
  demo?: boolean;
  /** Settings of the Worker, as its environment names them. */
  vars?: Record<string, string>;
  /** Another way to the database, e.g. through a proxy that counts round trips. */
  databaseUrl?: (appUrl: string) => string;
  /** Where Durable Objects are kept, to start a second server on them; in memory unless given. */
  stateFolder?: string;
}

/** The built Worker on workerd, with a database of its own. */
export interface TestServer {
  /** Without a slash at its end. */
  url: string;
  database: TestDatabase;
  /** What the Worker wrote to its console. */
  logs: string[];
  /** workerd's process ids, for tests that kill it. */
  pids: number[];
  tick(cron: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Worker as `npm start` does, on a free port and a fresh database. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const database = await testDatabase();
  if (options.demo) {
    const { seedDemo } = await import('../../db/seed/demo.ts');
    await seedDemo(database.ownerUrl);
  }
  const logs: string[] = [];
  const worker = await serveWorker({
    bundle: WORKER_BUNDLE,
    assets: inRoot('dist/assets'),
    databaseUrl: options.databaseUrl?.(database.appUrl) ?? database.appUrl,
    vars: { TOKEN_SECRET: 'secret-of-the-tests', ...options.vars },
    port: 0,
    stateFolder: options.stateFolder,
    onLog: ({ message }) => logs.push(message),
  });
  const close = async () => {
    await worker.stop();
    await database.close();
  };
  return { url: worker.url, database, logs, pids: worker.pids, tick: worker.tick, close };
}
