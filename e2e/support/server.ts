import { type TestDatabase, testDatabase } from '../../db/testing/test-database.ts';
import { WORKER_BUNDLE } from '../../scripts/build/worker.ts';
import { serveWorker } from '../../scripts/local/serve-worker.ts';
import { inRoot } from '../../scripts/root.ts';

export interface ServerOptions {
  /** Adds the demo company, its log-ins and the key pk_demo_rivera. */
  demo?: boolean;
  /** Settings of the Worker, as its environment names them. */
  vars?: Record<string, string>;
  /** A migrated database, which is closed with the server; a fresh one unless given. */
  database?: TestDatabase;
  /** Another way to the database, e.g. through a proxy that counts round trips. */
  databaseUrl?: (appUrl: string) => string | Promise<string>;
  /** Where Durable Objects are kept, for a server that is to crash; in memory unless given. */
  stateFolder?: string;
  /** False for how it runs on Cloudflare: no shared connections, a Durable Object for each conversation. */
  shared?: boolean;
}

/** The built Worker on workerd, with a database of its own. */
export interface TestServer {
  /** Without a slash at its end. Another one after a crash. */
  readonly url: string;
  database: TestDatabase;
  /** What the Worker wrote to its console. */
  logs: string[];
  tick(cron: string): Promise<void>;
  /** Ends workerd with SIGKILL and starts another on the same database and state folder. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Worker as `npm start` does, on a free port. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await testDatabase());
  if (options.demo) {
    const { seedDemo } = await import('../../db/seed/demo.ts');
    await seedDemo(database.ownerUrl);
  }
  const logs: string[] = [];
  const databaseUrl = (await options.databaseUrl?.(database.appUrl)) ?? database.appUrl;
  const serve = () =>
    serveWorker({
      bundle: WORKER_BUNDLE,
      assets: inRoot('dist/assets'),
      databaseUrl,
      vars: { TOKEN_SECRET: 'secret-of-the-tests', ...options.vars },
      port: 0,
      trustedProxy: true, // tests play the proxy: each client has an address of its own
      stateFolder: options.stateFolder,
      ...(options.shared !== undefined && { shared: options.shared }),
      onLog: ({ message }) => logs.push(message),
    });
  let worker = await serve();
  return {
    get url() {
      return worker.url;
    },
    database,
    logs,
    tick: (cron) => worker.tick(cron),
    async crash() {
      for (const pid of worker.pids) process.kill(pid, 'SIGKILL');
      await worker.stop();
      worker = await serve();
    },
    async close() {
      await worker.stop();
      await database.close();
    },
  };
}
