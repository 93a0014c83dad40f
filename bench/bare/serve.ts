import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Miniflare } from 'miniflare';
import { childrenOf } from '../measure/process-cost.ts';

/** Serves the bundled bare Worker on a free port; prints its address and workerd's process id. */
const { BUNDLE = '', APP_DATABASE_URL = '', MODEL_URL = '' } = process.env;
const main = basename(BUNDLE);
const miniflare = new Miniflare({
  host: '127.0.0.1',
  port: 0,
  cf: false,
  enableDevRegistry: false,
  workers: [
    {
      config: {
        name: 'bare',
        compatibilityDate: '2026-11-17',
        compatibilityFlags: ['nodejs_compat'],
        manifest: {
          mainModule: main,
          modulesRoot: dirname(BUNDLE),
          modules: { [main]: { type: 'esm', contents: readFileSync(BUNDLE, 'utf8') } },
        },
        exports: { BareHost: { type: 'durable-object', storage: 'sqlite' } },
        env: {
          HOST: { type: 'durable-object', worker: 'bare', exportName: 'BareHost' },
          HYPERDRIVE: {
            type: 'hyperdrive',
            id: 'local',
            dev: { connectionString: APP_DATABASE_URL },
          },
          MODEL_URL: { type: 'text', value: MODEL_URL },
        },
      },
    },
  ],
});
const { origin } = await miniflare.ready;
console.log(origin, childrenOf(process.pid, 'workerd')[0] ?? '');
// The second: whoever started us has gone.
for (const event of ['SIGTERM', 'disconnect']) {
  process.on(event, () => miniflare.dispose().then(() => process.exit(0)));
}
