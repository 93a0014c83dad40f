import { expect, test } from 'vitest';
import { KnownConfigs } from './known-configs.ts';
import type { LoadedRow } from './loaded.ts';

const row = (version: number, config?: object): LoadedRow =>
  ({ config: config ? { version, config } : { version } }) as unknown as LoadedRow;

test('conversations of a company share the price list that was read first', () => {
  const known = new KnownConfigs();
  expect(known.versionOf('a')).toBe(0);
  const first = known.complete('a', row(3, { services: [] }));
  expect(known.versionOf('a')).toBe(3);
  expect(known.complete('a', row(3)).config).toBe(first.config);
});

test('a newer price list takes the place of the known one', () => {
  const known = new KnownConfigs();
  known.complete('a', row(3, { services: [] }));
  const newer = known.complete('a', row(4, { services: ['new'] }));
  expect(newer.config?.config).toEqual({ services: ['new'] });
  expect(known.versionOf('a')).toBe(4);
});

test('companies have their own, and those read longest ago are dropped', () => {
  const known = new KnownConfigs();
  known.complete('first', row(1, {}));
  expect(known.versionOf('other')).toBe(0);
  for (let i = 0; i < 500; i++) known.complete(`company ${i}`, row(1, {}));
  expect([known.versionOf('first'), known.versionOf('company 499')]).toEqual([0, 1]);
});

test('a company without a price list stays without one', () => {
  const none = { config: null } as LoadedRow;
  expect(new KnownConfigs().complete('a', none)).toBe(none);
});
