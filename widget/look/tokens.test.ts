import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Rgb } from '../panel/text/contrast.ts';
import { contrast, parseHex } from '../panel/text/contrast.ts';

const widget = join(import.meta.dirname, '..');
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The tokens that the block behind a selector sets. */
function block(selector: string): Record<string, string> {
  const body = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}
const light = block(':root,\n:host {');
const dark = block(':root[data-theme="dark"]');

test('dark is the same whether the system or the site asks for it', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(15);
  expect(block(':root:not([data-theme="light"])')).toEqual(dark);
});

test('dark sets every colour that light sets', () => {
  const colours = Object.keys(light).filter((name) => /#|rgb/.test(light[name] ?? ''));
  expect(Object.keys(dark).sort()).toEqual(colours.sort());
});

const grounds = ['--bg', '--surface', '--sunken'];
const pairs = [
  ...['--ink', '--muted', '--accent-text', '--danger', '--warn', '--info'].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ['--faint', '--bg'],
  ['--faint', '--surface'],
  ['--accent-ink', '--accent'],
  ['--accent-text', '--accent-soft'],
  ['--ink', '--accent-soft'],
  ['--danger', '--danger-soft'],
  ['--warn', '--warn-soft'],
  ['--info', '--info-soft'],
  ['--surface', '--danger'],
] as [string, string][];

test.each(pairs)('%s can be read on %s', (text, ground) => {
  for (const theme of [light, dark]) {
    const [a, b] = [parseHex(theme[text] ?? ''), parseHex(theme[ground] ?? '')] as [Rgb, Rgb];
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  }
});

const sheets = readdirSync(widget, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
);

test.each(sheets)('%s names no colour and no size of its own', (name) => {
  const rules = readFileSync(join(widget, name), 'utf8').replace(/@media[^{]*/g, '');
  expect(rules.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|\d(px|rem|em)\b/gi)).toBeNull();
});

test.each(sheets)('%s uses no token that does not exist', (name) => {
  const used = readFileSync(join(widget, name), 'utf8').matchAll(/var\((--[\w-]+)\)/g);
  for (const [, token] of used) expect(Object.keys(light)).toContain(token);
});
