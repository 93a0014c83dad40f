import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../root.ts';
import { IN_DASHBOARD } from './pages.ts';

const readJson = (...path: string[]) => JSON.parse(readFileSync(inRoot(...path), 'utf8'));

const rows = readFileSync(inRoot('docs/third-party.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
  .map(([, name = '', license = '', place = '']) => ({ name, license, place }));

test('docs/third-party.md names every package of the product, with its licence', () => {
  const { dependencies } = readJson('package.json');
  const wanted = Object.keys(dependencies).map((name) => ({
    name,
    license: readJson('node_modules', name, 'package.json').license,
  }));
  expect(rows.map(({ name, license }) => ({ name, license }))).toEqual(wanted);
});

test('what it says is in the dashboard goes there with its licence text', () => {
  const inside = rows.filter(({ place }) => place.includes('dashboard'));
  expect(inside.map(({ name }) => name)).toEqual(IN_DASHBOARD);
});
