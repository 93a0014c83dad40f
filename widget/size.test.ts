import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWidget, LOADER_TOKENS } from './build.ts';

const LOADER_BYTES_MAX = 2_000;
const WIDGET_BYTES_MAX = 18_000;

let outDir: string;
let loader: string;
let panel: string;
let panelName: string;

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'widget-'));
  const files = await buildWidget({ outDir });
  loader = readFileSync(files.loader, 'utf8');
  panel = readFileSync(files.panel, 'utf8');
  panelName = files.panel.slice(outDir.length);
}, 60_000);

afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('the loader weighs at most 2,000 bytes brotli', () => {
  expect(brotli(loader)).toBeLessThanOrEqual(LOADER_BYTES_MAX);
});

test('loader and panel together weigh at most 18,000 bytes brotli', () => {
  expect(brotli(loader) + brotli(panel)).toBeLessThanOrEqual(WIDGET_BYTES_MAX);
});

test('the loader is a classic script that leaves no name behind', () => {
  expect(loader).not.toMatch(/^\s*(import|export)\b/m);
  expect(loader.replace(/^\/\*!.*\*\/\s*/, '')).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);?\s*$/);
});

test('the loader knows the panel by its hashed name', () => {
  expect(panelName).toMatch(/^\/widget\/panel-[\w-]{8}\.js$/);
  expect(loader).toContain(panelName);
});

test.each(LOADER_TOKENS)(
  '%s is set by the loader in each theme, and not again by the panel',
  (token) => {
    expect(loader.split(`${token}:`)).toHaveLength(4);
    expect(panel).not.toContain(`${token}:`);
  },
);

test('the panel is one module without imports of its own', () => {
  expect(panel).toMatch(/export\{\w+ as mount\}/);
  expect(panel).not.toMatch(/\bimport\b/);
});

test("a loader out of an old cache finds today's panel under a lasting name", () => {
  const lasting = readFileSync(join(outDir, 'widget', 'panel.js'), 'utf8');
  expect(lasting).toContain(panelName.replace('/widget/', './'));
});

test('nothing in the loader reads storage or asks the network for anything but the panel', () => {
  expect(loader).not.toMatch(/localStorage|sessionStorage|cookie|fetch|XMLHttpRequest/);
});

test('our own code never writes HTML', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const name of sources.filter((file) => /(?<!\.test)\.tsx?$/.test(file)))
    expect(readFileSync(join(import.meta.dirname, name), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setAttribute\('style'/i,
    );
});

test('the licences of what is inside come with it', () => {
  const licenses = readFileSync(join(outDir, 'widget', 'licenses.txt'), 'utf8');
  for (const word of ['preact', 'lucide', 'MIT License', 'ISC License'])
    expect(licenses).toContain(word);
  expect(loader).toContain('/widget/licenses.txt');
});

test('pages of other origins may import the panel, and it never changes under its name', () => {
  const headers = readFileSync(join(outDir, '_headers'), 'utf8');
  expect(headers).toMatch(/\/widget\/\*\n\s+Access-Control-Allow-Origin: \*/);
  expect(headers).toMatch(/\/widget\/panel-\*\n\s+Cache-Control: .*immutable/);
});
