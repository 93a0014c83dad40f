import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Rolldown } from 'vite';
import { build } from 'vite';
import { foldedStyles } from './build/fold-tokens.ts';
import { inlinedFunctions } from './build/inline-functions.ts';
import { licenses } from './build/licenses.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Browsers since spring 2023: what constructed style sheets and `import()` on classic scripts need. */
const TARGET = ['chrome111', 'firefox114', 'safari16.4'];
const LIGHT_DARK = 1 << 20; // Features.LightDark of lightningcss
/**
 * Tokens that the loader sets on the host, for the panel too. Part of what the two share: an older
 * loader may carry a newer panel, so that a token is added here only after the loader has had it.
 */
export const LOADER_TOKENS = [
  '--surface',
  '--accent',
  '--accent-ink',
  '--accent-text',
  '--danger',
  '--shadow',
] as const;
const NOTICE = '/*! Licences: /widget/licenses.txt */\n';

export interface WidgetFiles {
  /** Absolute paths. */
  loader: string;
  panel: string;
}

function config(
  output: Rolldown.OutputOptions,
  { define = {}, inherited = [] as readonly string[] },
): InlineConfig {
  return {
    root: here,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    oxc: { jsx: { development: false, runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    plugins: [foldedStyles(inherited), inlinedFunctions()],
    // Our tokens set the colours of each theme; light-dark() is not used.
    css: { lightningcss: { exclude: LIGHT_DARK } },
    build: {
      write: false,
      target: TARGET,
      cssTarget: TARGET,
      modulePreload: false,
      rolldownOptions: {
        preserveEntrySignatures: 'strict',
        output,
        transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
      },
    },
  };
}

async function bundle(entry: string, options: InlineConfig): Promise<Rolldown.OutputChunk> {
  const rolldownOptions = { ...options.build?.rolldownOptions, input: join(here, entry) };
  const result = await build({ ...options, build: { ...options.build, rolldownOptions } });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  if (output.length !== 1) throw new Error(`${entry} must become one file`);
  return output[0];
}

/** Pages of other origins import the panel; the loader is looked for again after five minutes. */
const HEADERS = `/widget.js
  Cache-Control: public, max-age=300, stale-while-revalidate=86400
  Cross-Origin-Resource-Policy: cross-origin
/widget/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
/widget/panel-*
  Cache-Control: public, max-age=31536000, immutable
`;

/**
 * Builds the widget into a folder of static assets: `widget.js` (the loader, a classic script),
 * `widget/panel-<hash>.js` (a module that it imports at first need), `widget/panel.js` (the same
 * under a lasting name, for a loader out of an old cache), the licences of what is inside, and the
 * `_headers` that Workers assets are served with.
 */
export async function buildWidget({ outDir }: { outDir: string }): Promise<WidgetFiles> {
  const panel = await bundle(
    'panel/main.tsx',
    config(
      { format: 'es', entryFileNames: 'panel-[hash].js', comments: false },
      { inherited: LOADER_TOKENS },
    ),
  );
  const name = basename(panel.fileName);
  const loader = await bundle(
    'loader/main.ts',
    config(
      { format: 'iife', entryFileNames: 'widget.js', comments: false },
      { define: { __PANEL__: JSON.stringify(`/widget/${name}`) } },
    ),
  );
  const folder = join(outDir, 'widget');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = { loader: join(outDir, 'widget.js'), panel: join(folder, name) };
  await Promise.all([
    writeFile(files.loader, NOTICE + loader.code),
    writeFile(files.panel, NOTICE + panel.code),
    writeFile(join(folder, 'panel.js'), `export * from './${name}';\n`),
    writeFile(join(outDir, '_headers'), HEADERS),
    writeFile(join(folder, 'licenses.txt'), await licenses((path) => readFile(path, 'utf8'))),
  ]);
  return files;
}
