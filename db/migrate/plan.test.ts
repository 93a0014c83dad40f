import { expect, test } from 'vitest';
import { PlainError } from '../plain-error.ts';
import { type Migration, planMigrations } from './plan.ts';

const file = (version: number, checksum = `sum-${version}`): Migration => ({
  version,
  name: `step-${version}`,
  file: `000${version}_step-${version}.sql`,
  sql: 'select 1',
  checksum,
});
const applied = (version: number) => ({
  version,
  name: `step-${version}`,
  checksum: `sum-${version}`,
});

test('an empty database gets everything, in the order of the numbers', () => {
  const plan = planMigrations([file(2), file(3), file(1)], []);
  expect(plan.map(({ version }) => version)).toEqual([1, 2, 3]);
});

test('what was applied is not applied again', () => {
  const plan = planMigrations([file(1), file(2), file(3)], [applied(1), applied(2)]);
  expect(plan.map(({ version }) => version)).toEqual([3]);
  expect(planMigrations([file(1)], [applied(1)])).toEqual([]);
});

test.each([
  ['newer than the files', [file(1)], [applied(1), applied(2)], /version 2.*knows only 1/],
  ['without files at all', [], [applied(1)], /version 1.*knows only 0/],
  ['changed', [file(1, 'other'), file(2)], [applied(1)], /Migration 1 \(step-1\) was changed/],
  ['removed', [file(2)], [applied(1), applied(2)], /Migration 1 \(step-1\) was removed/],
  ['late', [file(1), file(2), file(3)], [applied(1), applied(3)], /0002_step-2.sql comes before/],
])('a database whose history is %s is refused in one sentence', (_, files, rows, sentence) => {
  const plan = () => planMigrations(files, rows);
  expect(plan).toThrow(PlainError);
  expect(plan).toThrow(sentence);
});
