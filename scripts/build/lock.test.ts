import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PlainError } from '../../db/plain-error.ts';
import { whileNobodyElseBuilds } from './lock.ts';

const place = mkdtempSync(join(tmpdir(), 'tradesphere-lock-'));
const folder = join(place, 'dist');
const file = join(folder, 'build.lock');
afterAll(() => rmSync(place, { recursive: true }));

test('two builds of one folder run one after the other', async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen.push(`${name} ends`);
  };
  const first = whileNobodyElseBuilds(work('first'), folder);
  await Promise.all([first, whileNobodyElseBuilds(work('second'), folder)]);
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a build that failed lets the next one in, and so does one that was killed', async () => {
  const broken = () => Promise.reject(new Error('no such module'));
  await expect(whileNobodyElseBuilds(broken, folder)).rejects.toThrow('no such module');
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, String(2 ** 30)); // above what any system gives to a process
  let ran = false;
  await whileNobodyElseBuilds(async () => {
    ran = true;
  }, folder);
  expect(ran).toBe(true);
});

test('a folder that cannot be written is told in one sentence', async () => {
  writeFileSync(join(place, 'file'), '');
  const built = whileNobodyElseBuilds(async () => {}, join(place, 'file', 'dist'));
  await expect(built).rejects.toThrow(PlainError);
  await expect(built).rejects.toThrow(/cannot be written \(ENOTDIR\)/);
});
