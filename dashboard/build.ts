import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** How Workers assets are served: names with a hash for good. scripts/build/page-headers.ts has the pages'. */
const HEADERS = `/dashboard/*
  Cache-Control: public, max-age=31536000, immutable
`;

/**
 * Builds the dashboard: index.html and preview.html at the root of `outDir`, everything else under
 * `outDir/dashboard/`, and their `_headers`. Leaves what others have put into `outDir` alone.
 */
export async function buildDashboard({ outDir }: { outDir: string }): Promise<void> {
  await build({
    root: ROOT,
    base: '/',
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    plugins: [preact({ devToolsEnabled: false })],
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: 'dashboard',
      assetsInlineLimit: 0, // a data: address would need a wider Content-Security-Policy
      modulePreload: { polyfill: false },
      target: 'es2022',
      rollupOptions: { input: [`${ROOT}index.html`, `${ROOT}preview.html`] },
    },
  });
  await writeFile(join(outDir, '_headers'), HEADERS);
}
