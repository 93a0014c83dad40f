import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from './stamp.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tradesphere-stamp-'));
  mkdirSync(join(root, 'api', 'chat'), { recursive: true });
  put('api/chat/turn.ts', 'one');
  put('api/app.ts', 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, text: string) => writeFileSync(join(root, file), text);
const hash = () => hashOf(['api/**'], root);

test('the same inputs have the same hash', () => {
  expect(hash()).toBe(hash());
});

test.each([
  ['a changed file', () => put('api/chat/turn.ts', 'other')],
  ['a new file', () => put('api/new.ts', '')],
  ['a removed file', () => rmSync(join(root, 'api/app.ts'))],
  ['a renamed file', () => renameSync(join(root, 'api/app.ts'), join(root, 'api/application.ts'))],
])('%s changes the hash', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('tests, notes and files elsewhere do not', () => {
  const before = hash();
  put('api/chat/turn.test.ts', 'test');
  put('api/README.md', 'note');
  put('elsewhere.ts', 'x');
  expect(hash()).toBe(before);
});

test('a note that is an input by its name does', () => {
  put('api/errors.md', 'one');
  const named = () => hashOf(['api/**', 'api/errors.md'], root);
  const before = named();
  put('api/errors.md', 'other');
  expect(named()).not.toBe(before);
});
