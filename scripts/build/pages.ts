import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from '../root.ts';
import { errorsPage } from './errors-page.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import type { Part } from './stamp.ts';

const SWAGGER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'];

/** What the dashboard's files contain beside our own code; the widget's tell it themselves. */
export const IN_DASHBOARD = ['@preact/signals', 'lucide', 'preact', 'preact-iso', 'uplot'];

const PAGES = ['dashboard', 'widget'];

const partFolder = (name: string) => inRoot('dist', 'parts', name);

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The script that contractors embed: loader and panel. */
export const widget: Part = {
  name: 'widget',
  inputs: ['widget/**'],
  async make() {
    const { buildWidget } = await import('../../widget/build.ts');
    await buildWidget({ outDir: emptied(partFolder('widget')) });
  },
};

/** The pages that staff use. */
export const dashboard: Part = {
  name: 'dashboard',
  inputs: ['dashboard/**', 'widget/**'],
  async make() {
    const { buildDashboard } = await import('../../dashboard/build.ts');
    await buildDashboard({ outDir: emptied(partFolder('dashboard')) });
  },
};

function dashboardLicenses(): string {
  const texts = IN_DASHBOARD.map((name) => {
    const text = readFileSync(inRoot('node_modules', name, 'LICENSE'), 'utf8');
    return `${name}\n\n${text}`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

/** The address that a problem's `type` leads to. */
function writeDocs(folder: string): void {
  mkdirSync(folder);
  const page = errorsPage(readFileSync(inRoot('docs/errors.md'), 'utf8'));
  writeFileSync(`${folder}/errors.html`, page);
  const styles = ['widget/look/tokens.css', 'scripts/build/errors-page.css'];
  writeFileSync(
    `${folder}/errors.css`,
    styles.map((file) => readFileSync(inRoot(file), 'utf8')).join('\n'),
  );
  cpSync(inRoot('dashboard/app/icon.svg'), `${folder}/icon.svg`);
}

/** Everything the Worker serves as files, put together aside and then moved into place. */
export const assets: Part = {
  name: 'assets',
  inputs: [
    'dist/parts/{widget,dashboard}/**',
    'examples/contractor-site/**',
    'docs/errors.md',
    'scripts/build/{pages.ts,page-headers.ts,errors-page.*}',
    'widget/look/tokens.css',
  ],
  async make() {
    const folder = emptied(inRoot('dist', 'assets.new'));
    for (const part of PAGES) cpSync(partFolder(part), folder, { recursive: true });
    const headers = PAGES.map((part) => readFileSync(`${partFolder(part)}/_headers`, 'utf8'));
    writeFileSync(`${folder}/_headers`, [PAGE_HEADERS, ...headers].join(''));
    writeDocs(`${folder}/docs`);
    cpSync(inRoot('examples/contractor-site'), `${folder}/examples/contractor-site`, {
      recursive: true,
      filter: (source) => !/\.test\.tsx?$/.test(source),
    });
    for (const file of SWAGGER_FILES) {
      cpSync(inRoot('node_modules/swagger-ui-dist', file), `${folder}/vendor/swagger-ui/${file}`);
    }
    writeFileSync(`${folder}/vendor/dashboard-licenses.txt`, dashboardLicenses());
    const place = inRoot('dist', 'assets');
    rmSync(place, { recursive: true, force: true });
    renameSync(folder, place);
  },
};
