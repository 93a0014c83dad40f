import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { asReceived } from './received-request.ts';

/** Hands the bundle's `fetch` the request as received: in the same isolate, so that it costs no hop. */
const entryAround = (bundle: string) => `
import worker from './${bundle}';
export * from './${bundle}';
const asReceived = ${asReceived};
export default { ...worker, fetch: (request, env, ctx) => worker.fetch(asReceived(request), env, ctx) };
`;

const esm = (contents: string) => ({ type: 'esm' as const, contents });

/** The Worker's modules on this machine; behind a trusted proxy they are those that are deployed. */
export function entryModules(bundle: string, trustedProxy: boolean) {
  const name = basename(bundle);
  const modules = { [name]: esm(readFileSync(bundle, 'utf8')) };
  if (trustedProxy) return { mainModule: name, modules };
  return {
    mainModule: 'local-entry.js',
    modules: { 'local-entry.js': esm(entryAround(name)), ...modules },
  };
}
