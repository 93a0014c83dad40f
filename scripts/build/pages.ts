import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from '../root.ts';
import type { Part } from './stamp.ts';

const SWAGGER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'];

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

/** Everything the Worker serves as files, put together aside and then moved into place. */
export const assets: Part = {
  name: 'assets',
  inputs: ['dist/parts/{widget,dashboard}/**', 'examples/contractor-site/**'],
  async make() {
    const folder = emptied(inRoot('dist', 'assets.new'));
    for (const part of PAGES) cpSync(partFolder(part), folder, { recursive: true });
    const headers = PAGES.map((part) => readFileSync(`${partFolder(part)}/_headers`, 'utf8'));
    writeFileSync(`${folder}/_headers`, headers.join(''));
    cpSync(inRoot('examples/contractor-site'), `${folder}/examples/contractor-site`, {
      recursive: true,
    });
    for (const file of SWAGGER_FILES) {
      cpSync(inRoot('node_modules/swagger-ui-dist', file), `${folder}/vendor/swagger-ui/${file}`);
    }
    const place = inRoot('dist', 'assets');
    rmSync(place, { recursive: true, force: true });
    renameSync(folder, place);
  },
};
