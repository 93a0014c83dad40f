import { expect, test } from 'vitest';
import { type Sample, verdict } from './verdict.ts';

const FLAT: Sample = {
  minute: 0,
  workerMb: 200,
  postgresMb: 100,
  connections: 6,
  messages: 1_000,
  p50: 25,
  p99: 60,
  staffP50: 3,
  failures: 0,
};

/** Half an hour, a sample each 30 s. */
const halfHour = (at: (minute: number) => Partial<Sample>): Sample[] =>
  Array.from({ length: 60 }, (_, i) => ({ ...FLAT, minute: (i + 1) / 2, ...at((i + 1) / 2) }));

const steep = (samples: Sample[]) =>
  verdict(samples)
    .filter(({ isFlat }) => !isFlat)
    .map(({ what }) => what);

test('what stays as it is is flat', () => {
  expect(steep(halfHour(() => ({})))).toEqual([]);
});

test('the first five minutes do not count', () => {
  expect(steep(halfHour((minute) => (minute <= 5 ? { workerMb: 50, p50: 5 } : {})))).toEqual([]);
});

test('memory that grows by a fifth is not flat', () => {
  const grows = halfHour((minute) => ({ workerMb: 200 + minute * 2 }));
  expect(steep(grows)).toEqual(['workerd memory']);
});

test('one connection more is not flat, nor one fewer', () => {
  expect(steep(halfHour((minute) => ({ connections: minute > 20 ? 7 : 6 })))).toEqual([
    'connections',
  ]);
  expect(steep(halfHour((minute) => ({ connections: minute > 20 ? 5 : 6 })))).toEqual([
    'connections',
  ]);
});

test('single slow moments do not count, a slow last third does', () => {
  expect(steep(halfHour((minute) => ({ p50: minute % 3 === 0 ? 200 : 25 })))).toEqual([]);
  expect(steep(halfHour((minute) => ({ p50: minute > 20 ? 40 : 25 })))).toEqual([
    'first token p50',
  ]);
});

test('latency without any answer is not flat', () => {
  expect(steep(halfHour((minute) => ({ p50: minute > 20 ? Number.NaN : 25 })))).toEqual([
    'first token p50',
  ]);
});
