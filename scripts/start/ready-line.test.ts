import { expect, test } from 'vitest';
import { readyLine } from './ready-line.ts';
import { readSettings } from './settings.ts';

test('the ready line names every address, and the demo log-in only where there is a demo', () => {
  const line = readyLine(readSettings({ PORT: '9000' }, '/'));
  expect(line).toBe(
    'TradeSphere is ready: dashboard http://localhost:9000/ · ' +
      "contractor's page http://localhost:9000/examples/contractor-site/ · " +
      'API reference http://localhost:9000/api/docs · ' +
      'log in as owner@rivera.example / demo-password (demo)',
  );
  const own = readSettings({ DATABASE_URL: 'postgres://u:p@db/shop' }, '/');
  expect(readyLine(own)).toBe(
    'TradeSphere is ready: dashboard http://localhost:8787/ · ' +
      'sign up at http://localhost:8787/signup · API reference http://localhost:8787/api/docs',
  );
});
