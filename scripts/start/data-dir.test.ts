import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareDataDir, tokenSecret, useOwnTemporaryFolder } from './data-dir.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is made with all its parents', () => {
  const deep = join(folder, 'a', 'b');
  prepareDataDir(deep);
  prepareDataDir(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test.each(['file', 'file/below', '/proc/tradesphere'])('%s cannot be a data folder', (name) => {
  writeFileSync(join(folder, 'file'), '');
  const place = name.startsWith('/') ? name : join(folder, name);
  expect(() => prepareDataDir(place)).toThrow(/^The data folder .* cannot be written \(E\w+\)/);
});

test('temporary files of a killed copy are gone after the next start', () => {
  vi.stubEnv('TMPDIR', '');
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(join(folder, 'tmp', 'left'), '');
  useOwnTemporaryFolder(folder);
  expect(readdirSync(tmpdir())).toEqual([]);
  expect(tmpdir()).toBe(join(folder, 'tmp'));
  vi.unstubAllEnvs();
});

test('the secret is made once, long, and for its owner only', () => {
  const secret = tokenSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(tokenSecret(folder)).toBe(secret);
  expect(statSync(join(folder, 'token-secret')).mode & 0o777).toBe(0o600);
});
