import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { asProxied, asReceived, compressed, isForWorker } from './front.ts';

/** What the local Worker finds the files under. */
export const FILES_BINDING = 'STATIC_FILES';
/** The paths that are not files. */
export const WORKER_PATHS = '/api/';
/** The entrypoint that requests come to. */
export const FRONT = 'Front';

/**
 * What Cloudflare does before a request reaches the Worker, in the Worker's own isolate. Miniflare does it in
 * another one: a request then costs a quarter more CPU. Whoever connects to the socket can also speak
 * workerd's RPC with its entrypoint, which therefore has nothing but `fetch`.
 */
const entryAround = (bundle: string, trustedProxy: boolean) => `
import worker from './${bundle}';
export { default } from './${bundle}';
export * from './${bundle}';
const received = ${trustedProxy ? asProxied : asReceived};
${isForWorker}
${compressed}
export const ${FRONT} = {
  async fetch(asked, env, ctx) {
    const request = received(asked);
    const response = isForWorker(request, '${WORKER_PATHS}')
      ? worker.fetch(request, env, ctx)
      : env.${FILES_BINDING}.fetch(request);
    return compressed(asked, await response);
  },
};
`;

const esm = (contents: string) => ({ type: 'esm' as const, contents });

/** The Worker's modules on this machine. */
export function entryModules(bundle: string, trustedProxy: boolean) {
  const name = basename(bundle);
  return {
    mainModule: 'local-entry.js',
    modules: {
      'local-entry.js': esm(entryAround(name, trustedProxy)),
      [name]: esm(readFileSync(bundle, 'utf8')),
    },
  };
}
