import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, ROOT } from '../root.ts';

const NOT_BUILT_IN = /\.test\.tsx?$|\.md$/;

/**
 * A hash over the paths and contents of everything the patterns (relative to the root) match; of tests
 * and notes only those that a pattern names.
 */
export function hashOf(patterns: string[], root = ROOT): string {
  const named = new Set(patterns.map((pattern) => join(root, pattern)));
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => named.has(file) || !NOT_BUILT_IN.test(file))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** One part of the build: what it is made from and where its result is. */
export interface Part {
  name: string;
  inputs: string[];
  make(): Promise<void>;
}

const stampOf = (part: Part) => inRoot('dist', 'parts', `${part.name}.stamp`);

function readStamp(part: Part): string {
  try {
    return readFileSync(stampOf(part), 'utf8');
  } catch {
    return '';
  }
}

/**
 * Makes the part unless its inputs are those of last time. The stamp goes before and comes after
 * the work, so that an interrupted build is not taken for a finished one.
 * @returns whether it was made
 */
export async function makeIfChanged(part: Part): Promise<boolean> {
  const wanted = hashOf([...part.inputs, 'package-lock.json']);
  if (readStamp(part) === wanted) return false;
  rmSync(stampOf(part), { force: true });
  await part.make();
  mkdirSync(dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), wanted);
  return true;
}
