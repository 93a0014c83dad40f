import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDashboard } from './build.ts';

const FIRST_LOAD_MAX_BYTES = 70_000; // brotli, as it goes over the line

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-size-'));
  await buildDashboard({ outDir: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Script that a page fetches before anybody clicks: its entry, what that preloads and imports. */
function firstScripts(page: string): string[] {
  const wanted = [...read(page).matchAll(/(?:src|href)="\/(dashboard\/[^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  for (const file of wanted) {
    for (const [, name] of read(file).matchAll(/from\s*"\.\/([^"]+\.js)"/g)) {
      const path = `dashboard/${name}`;
      if (!wanted.includes(path)) wanted.push(path);
    }
  }
  return wanted;
}

test('the first load is at most 70 kB of script', () => {
  const files = firstScripts('index.html');
  const bytes = files.map((file) => brotliCompressSync(read(file)).length);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
});

test('charts are not part of the first load', () => {
  const chart = readdirSync(join(folder, 'dashboard')).find((file) =>
    /^cost-chart.*js$/.test(file),
  );
  expect(chart).toBeDefined();
  expect(firstScripts('index.html')).not.toContain(`dashboard/${chart}`);
});

test('pages stand at the root, everything else in its own folder', () => {
  expect(readdirSync(folder).sort()).toEqual([
    '_headers',
    'dashboard',
    'index.html',
    'preview.html',
  ]);
});

test.each(['index.html', 'preview.html'])('%s has nothing that a strict CSP refuses', (page) => {
  const html = read(page);
  expect(html).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)|javascript:|\son\w+="/);
  expect(html).not.toMatch(/(src|href)="(https?:|data:)/);
});

test('no script writes HTML or evaluates text', () => {
  const ours = readdirSync(join(folder, 'dashboard')).filter(
    (file) => file.endsWith('.js') && !file.startsWith('cost-chart'),
  );
  for (const file of ours) {
    const code = read(`dashboard/${file}`);
    expect(code, file).not.toMatch(/\binsertAdjacentHTML\b|\bdocument\.write\b|\bnew Function\b/);
  }
});
