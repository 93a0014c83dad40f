import { mkdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PlainError } from '../../db/plain-error.ts';
import { inRoot } from '../root.ts';
import { runNode } from '../run-tool.ts';
import type { Part } from './stamp.ts';

/** Where the bundled Worker is. */
export const WORKER_BUNDLE = inRoot('dist', 'worker', 'worker.js');

const MAX_GZIP_BYTES = 1_000_000; // Cloudflare's free plan takes 3 MB; ours is a promise of its own

/** How large the bundle is on the wire, in bytes. */
export function gzipBytes(file: string): number {
  return gzipSync(readFileSync(file)).length;
}

/** wrangler without questions, reports or anything outside the checkout: there may be no home. */
export const QUIET_WRANGLER = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_LOG_SANITIZE: 'true',
  XDG_CONFIG_HOME: inRoot('dist', 'wrangler'),
  CI: '1',
  NO_COLOR: '1',
};

/** The Worker, bundled by the tool that deploys it, so that what runs locally is what is deployed. */
export const worker: Part = {
  name: 'worker',
  inputs: ['api/**', 'db/schema/**', 'wrangler.toml', 'scripts/build/worker.ts'],
  async make() {
    mkdirSync(inRoot('dist', 'assets'), { recursive: true }); // wrangler wants it to be there
    const wrangler = inRoot('node_modules/wrangler/bin/wrangler.js');
    const result = await runNode([wrangler, 'deploy', '--dry-run', '--outdir', 'dist/worker'], {
      env: QUIET_WRANGLER,
    });
    if (result.code !== 0) throw new PlainError(`The Worker was not bundled:\n${result.output}`);
    const size = gzipBytes(WORKER_BUNDLE);
    if (size >= MAX_GZIP_BYTES) {
      throw new PlainError(
        `The Worker is ${size} bytes gzipped; fewer than ${MAX_GZIP_BYTES} are allowed.`,
      );
    }
  },
};
