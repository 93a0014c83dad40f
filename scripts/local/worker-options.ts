import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { MiniflareOptions } from 'miniflare';

type WorkerOptions = MiniflareOptions['workers'][number];

/** What the Worker is given when it runs on this machine. */
export interface LocalWorker {
  /** The bundled Worker (one ES module). */
  bundle: string;
  /** The folder of static files. */
  assets: string;
  /** The runtime role's connection string. */
  databaseUrl: string;
  /** Plain settings and secrets, as strings. */
  vars: Record<string, string>;
}

const NAME = 'tradesphere';

const text = (value: string) => ({ type: 'text', value }) as const;

/**
 * The same bindings as wrangler.toml, on this machine. They are written out here because reading
 * them through wrangler costs 100 MB of memory; worker-options.test.ts compares the two.
 */
export function workerOptions(local: LocalWorker): WorkerOptions {
  const main = basename(local.bundle);
  const vars = Object.entries(local.vars).map(([name, value]) => [name, text(value)]);
  return {
    config: {
      name: NAME,
      compatibilityDate: '2026-11-17',
      compatibilityFlags: ['nodejs_compat'],
      manifest: {
        mainModule: main,
        modulesRoot: dirname(local.bundle),
        modules: { [main]: { type: 'esm', contents: readFileSync(local.bundle, 'utf8') } },
      },
      assets: {
        directory: local.assets,
        hasUserWorker: true,
        notFoundHandling: 'single-page-application',
        runWorkerFirst: ['/api/*'],
      },
      exports: {
        ConversationRoom: { type: 'durable-object', storage: 'sqlite' },
        CompanyFeed: { type: 'durable-object', storage: 'sqlite' },
      },
      env: {
        ...Object.fromEntries(vars),
        ASSETS: { type: 'assets' },
        CONVERSATION_ROOM: { type: 'durable-object', worker: NAME, exportName: 'ConversationRoom' },
        COMPANY_FEED: { type: 'durable-object', worker: NAME, exportName: 'CompanyFeed' },
        HYPERDRIVE: {
          type: 'hyperdrive',
          id: 'local',
          dev: { connectionString: local.databaseUrl },
        },
        FILES: { type: 'r2', name: 'tradesphere-files' },
        OUTBOX_QUEUE: { type: 'queue', name: 'tradesphere-outbox' },
      },
      triggers: [{ type: 'scheduled', schedule: '*/5 * * * *' }],
    },
  };
}
