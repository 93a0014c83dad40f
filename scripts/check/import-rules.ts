import { posix } from 'node:path';

/** One import statement: what it names and whether it is gone when types are stripped. */
export interface Import {
  specifier: string;
  typeOnly: boolean;
}

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import and re-export of a TypeScript file. */
export function importsOf(source: string): Import[] {
  const fixed = [...source.matchAll(STATEMENT)].map(([, type, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: Boolean(type),
  }));
  const dynamic = [...source.matchAll(DYNAMIC)].map(([, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: false,
  }));
  return [...fixed, ...dynamic];
}

const BASE = new Set(['api/context.ts', 'api/errors.ts', 'api/env.ts']);
const LAYERS = ['base', 'platform', 'guard', 'slice', 'app'] as const;
type Layer = (typeof LAYERS)[number];

/** Which layer of the API a file belongs to: platform ← access, audit ← slices ← app and its host. */
function layerOf(file: string): Layer {
  if (BASE.has(file)) return 'base';
  const [, folder, ...rest] = file.split('/');
  if (rest.length === 0 || folder === 'host') return 'app';
  if (folder === 'platform') return 'platform';
  return folder === 'access' || folder === 'audit' ? 'guard' : 'slice';
}

const sliceOf = (file: string) => file.split('/')[1] ?? '';

function insideApi(from: string, to: string, typeOnly: boolean): string | null {
  const [own, other] = [layerOf(from), layerOf(to)];
  const upwards = LAYERS.indexOf(other) > LAYERS.indexOf(own);
  if (upwards && !(own === 'base' && typeOnly)) return `${own} must not import ${other}`;
  if (own !== 'slice' || other !== 'slice' || sliceOf(from) === sliceOf(to)) return null;
  const inner = /(^|\/)(queries|routes)\.ts$/.test(to);
  return inner
    ? `a slice reaches another only through its verbs, not its ${posix.basename(to)}`
    : null;
}

/** Folders a folder may import from, besides itself. What is absent may import anything. */
const MAY_USE: Record<string, string[]> = {
  api: ['db/schema'],
  widget: [],
  dashboard: ['widget/look'],
  examples: [],
  db: ['api'],
};

/** Tests, and what only tests use: a file or folder named `testing`. */
const FOR_TESTS = /\.test\.tsx?$|(^|\/)testing(-[\w-]+)?(\.tsx?$|\/)/;

/** Why `from` must not import `to` (both paths from the root), or null. */
export function refusal(from: string, to: string, typeOnly: boolean): string | null {
  if (FOR_TESTS.test(from)) return null;
  const [home, target] = [from.split('/')[0] ?? '', to.split('/')[0] ?? ''];
  if (FOR_TESTS.test(to) && MAY_USE[home]) return 'what serves tests is not for the product';
  if (home === target) return home === 'api' ? insideApi(from, to, typeOnly) : null;
  const allowed = MAY_USE[home];
  if (!allowed || /\/build\.ts$/.test(from)) return null;
  if (typeOnly && target === 'api') return null;
  if (allowed.some((folder) => to === folder || to.startsWith(`${folder}/`))) return null;
  return `${home} must not import ${target}${target === 'api' ? ' (types are fine)' : ''}`;
}

/** Every broken rule of one file, as `file: specifier: why`. Packages are no concern of this. */
export function brokenRules(file: string, source: string): string[] {
  return importsOf(source).flatMap(({ specifier, typeOnly }) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(file), specifier);
    const why = refusal(file, target, typeOnly);
    return why ? [`${file}: ${specifier}: ${why}`] : [];
  });
}
