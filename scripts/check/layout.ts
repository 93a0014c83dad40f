import { globSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from '../root.ts';
import { brokenRules } from './import-rules.ts';

const SOURCES = '{api,db,widget,dashboard,examples,scripts,e2e,bench}/**/*.{ts,tsx}';

/** Reads every source file and returns the broken import rules. */
export function brokenLayout(): string[] {
  const files = globSync(SOURCES, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  return files.flatMap((file) => brokenRules(file, readFileSync(inRoot(file), 'utf8')));
}
