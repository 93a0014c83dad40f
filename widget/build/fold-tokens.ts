import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const IMPORT = /@import\s+"([^"]+)";\s*/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const DOCUMENT = /:root[^,{]*,\s*/g; // inside a shadow root only :host matches
const DECLARATION = /\s*(--[\w-]+):\s*([^;]*);/g;
const USE = /var\((--[\w-]+)\)/g;

/**
 * Makes a style sheet small: a token that has one value for every theme is put in where it is used,
 * a token that nothing uses is dropped, and so are `inherited` ones, which another sheet of the same
 * root sets. Loader, panel and dashboard share one file of tokens, and none carries the others' part.
 */
export function foldTokens(css: string, inherited: readonly string[] = []): string {
  const bare = css.replace(COMMENT, '').replace(DOCUMENT, '');
  const values = new Map<string, Set<string>>();
  for (const [, name, value] of bare.matchAll(DECLARATION))
    values.set(name as string, (values.get(name as string) ?? new Set()).add(value as string));

  const fold = (text: string): string =>
    text.replace(USE, (use, name) => {
      const [value, ...others] = values.get(name) ?? [];
      return value === undefined || others.length ? use : fold(value);
    });
  const rules = fold(bare.replace(DECLARATION, ''));
  const kept = new Set(rules.match(/--[\w-]+/g));
  for (const name of inherited) kept.delete(name);
  return fold(
    bare.replace(DECLARATION, (declaration, name) => (kept.has(name) ? declaration : '')),
  );
}

const joinImports = (path: string): string =>
  readFileSync(path, 'utf8').replace(IMPORT, (_, target: string) =>
    joinImports(join(path, '..', target)),
  );

/** Loads `*.css?inline` with its imports joined and its tokens folded. */
export function foldedStyles(inherited: readonly string[] = []): Plugin {
  return {
    name: 'folded-styles',
    enforce: 'pre',
    load(id) {
      const [path = '', query] = id.split('?');
      if (!path.endsWith('.css') || query !== 'inline') return null;
      return foldTokens(joinImports(path), inherited);
    },
  };
}
