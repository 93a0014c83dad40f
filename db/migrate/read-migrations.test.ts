import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMigrations } from './read-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-sql-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

test('files are read by their number; what is not SQL is left out', () => {
  put('0002_more-tables.sql', 'select 2;');
  put('0001_tables.sql', 'select 1;');
  put('README.md', 'about');
  expect(readMigrations(folder)).toMatchObject([
    { version: 1, name: 'tables', file: '0001_tables.sql', sql: 'select 1;' },
    { version: 2, name: 'more-tables', sql: 'select 2;' },
  ]);
});

test('the checksum sees a changed letter and overlooks line endings', () => {
  put('0001_a.sql', 'select 1;\nselect 2;\n');
  const [unix] = readMigrations(folder);
  put('0001_a.sql', 'select 1;\r\nselect 2;\r\n');
  const [windows] = readMigrations(folder);
  put('0001_a.sql', 'select 1;\nselect 3;\n');
  const [changed] = readMigrations(folder);
  expect(windows?.checksum).toBe(unix?.checksum);
  expect(changed?.checksum).not.toBe(unix?.checksum);
});

test('a wrong name and a number given twice are refused', () => {
  put('tables.sql', '');
  expect(() => readMigrations(folder)).toThrow('tables.sql is not named NNNN_why.sql');
  rmSync(join(folder, 'tables.sql'));
  put('0001_a.sql', '');
  put('0001_b.sql', '');
  expect(() => readMigrations(folder)).toThrow('0001_a.sql and 0001_b.sql have the same number');
});
