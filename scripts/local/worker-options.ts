import { dirname } from 'node:path';
import { getCACertificates } from 'node:tls';
import type { MiniflareOptions } from 'miniflare';
import { entryModules, FILES_BINDING, FRONT } from './entry-modules.ts';

type WorkerOptions = MiniflareOptions['workers'][number];

/** What the Worker is given when it runs on this machine. */
export interface LocalWorker {
  /** 0 takes a free one. */
  port: number;
  /** The bundled Worker (one ES module). */
  bundle: string;
  /** The folder of static files. */
  assets: string;
  /** The runtime role's connection string. */
  databaseUrl: string;
  /** Plain settings and secrets, as strings. */
  vars: Record<string, string>;
  /**
   * Whether everything runs inside one Durable Object that shares its Postgres connections and reaches the model
   * by the shortest way, as it should on one machine; otherwise as on Cloudflare, where Hyperdrive pools. True
   * unless given.
   */
  shared?: boolean;
  /** Whether a proxy in front sets CF-Connecting-IP, as Cloudflare does; else clients cannot set it. */
  trustedProxy?: boolean;
}

/** The Worker's name. */
export const WORKER_NAME = 'tradesphere';
const FILES_NAME = `${WORKER_NAME}-files`;
const COMPATIBILITY_DATE = '2026-11-17';

/**
 * What `fetch` leads to in the end. Miniflare puts a Worker of its own before it, whose isolate is never
 * full enough for a garbage collection: it keeps some kilobytes of each request for ever.
 */
const NETWORK = {
  type: 'network' as const,
  allow: ['public', 'private', '240.0.0.0/4'],
  tlsOptions: { trustBrowserCas: true, trustedCertificates: getCACertificates('extra') },
};

const text = (value: string) => ({ type: 'text', value }) as const;

/**
 * What wrangler.toml describes, on this machine: the Worker gets what its routes say, the files the rest.
 * Miniflare's own way to serve both from one Worker sends every request through two Workers more, a tenth
 * of a turn's CPU. Written out here because reading the file through wrangler costs 100 MB of memory;
 * worker-options.test.ts compares the two.
 */
export function localWorkers(local: LocalWorker): [files: WorkerOptions, worker: WorkerOptions] {
  return [filesOptions(local), workerOptions(local)];
}

function filesOptions({ assets }: LocalWorker): WorkerOptions {
  return {
    config: {
      name: FILES_NAME,
      compatibilityDate: COMPATIBILITY_DATE,
      manifest: {
        mainModule: 'none.js', // every Worker must have code
        modulesRoot: assets,
        modules: { 'none.js': { type: 'esm', contents: 'export default {}' } },
      },
      assets: { directory: assets, notFoundHandling: 'single-page-application' },
    },
  };
}

function workerOptions(local: LocalWorker): WorkerOptions {
  const vars = Object.entries(local.vars).map(([name, value]) => [name, text(value)]);
  return {
    dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: local.port, entrypoint: FRONT }] },
    config: {
      name: WORKER_NAME,
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: ['nodejs_compat'],
      manifest: {
        modulesRoot: dirname(local.bundle),
        ...entryModules(local.bundle, local.trustedProxy ?? false),
      },
      exports: {
        ConversationRoom: { type: 'durable-object', storage: 'sqlite' },
        CompanyFeed: { type: 'durable-object', storage: 'sqlite' },
        ApiHost: { type: 'durable-object', storage: 'sqlite', unsafePreventEviction: true },
      },
      env: {
        ...Object.fromEntries(vars),
        CONVERSATION_ROOM: {
          type: 'durable-object',
          worker: WORKER_NAME,
          exportName: 'ConversationRoom',
        },
        COMPANY_FEED: { type: 'durable-object', worker: WORKER_NAME, exportName: 'CompanyFeed' },
        ...(local.shared !== false && {
          API_HOST: { type: 'durable-object', worker: WORKER_NAME, exportName: 'ApiHost' } as const,
          NETWORK,
        }),
        [FILES_BINDING]: { type: 'worker', worker: FILES_NAME },
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
