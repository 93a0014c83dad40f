import { expect, test } from 'vitest';
import { settingsFor } from './settings.ts';

test('only the databases of tests may lose what was committed', () => {
  expect(settingsFor('app')).not.toContain('fsync=off');
  expect(settingsFor('tests')).toContain('fsync=off');
  expect(settingsFor('app')).toContain('max_connections=400');
});

test('each setting follows its flag', () => {
  const args = settingsFor('app');
  expect(args.filter((_, index) => index % 2 === 0).every((flag) => flag === '-c')).toBe(true);
  expect(args).toContain('listen_addresses=127.0.0.1');
});
