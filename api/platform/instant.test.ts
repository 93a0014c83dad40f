import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileDatabase } from '../../db/testing/index.ts';
import { isDay, isInstant } from './instant.ts';

test.each(['0001-01-01', '2024-02-29', '2000-02-29', '2023-04-30', '2023-12-31', '9999-12-31'])(
  '%s is a day',
  (text) => {
    expect(isDay(text)).toBe(true);
  },
);

test.each([
  '',
  '0000-01-01',
  '0000-12-31',
  '2023-02-29',
  '1900-02-29',
  '2024-02-30',
  '2024-04-31',
  '2024-00-10',
  '2024-13-01',
  '2024-01-00',
  '2024-01-32',
  '24-01-01',
  '2024-1-1',
  '10000-01-01',
  '2024-01-01T00:00:00Z',
  '2024-01-01\u0000',
])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test.each([
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2024-02-29T23:59Z',
  '2024-01-01T00:00:00+15:59',
  '2024-01-01T00:00:00-15:59',
  '2026-11-21T09:30:00.123456Z',
])('%s is an instant', (text) => {
  expect(isInstant(text)).toBe(true);
});

test.each([
  '1',
  '2024-01-01',
  '2024-01-01T00:00:00',
  '2024-01-01 00:00:00Z',
  '2024-01-01t00:00:00z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T23:60:00Z',
  '2024-01-01T23:59:60Z',
  '2024-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0000-12-31T23:59:59-00:01',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
  '+275760-09-13T00:00:00Z',
  '2024-01-01T00:00:00+16:00',
  '2024-01-01T00:00:00-23:59',
  `2024-01-01T00:00:00.${'1'.repeat(10)}Z`,
  '2024-01-01T00:00:00.Z',
  '2024-01-01T00:00:00Z\u0000',
  ' 2024-01-01T00:00:00Z',
])('%j is no instant', (text) => {
  expect(isInstant(text)).toBe(false);
});

/** Texts near the edges of what is accepted, most of them accepted. */
const nearInstants = fc
  .record({
    year: fc.oneof(fc.constantFrom(0, 1, 4, 100, 400, 1900, 2000, 2024, 9999), fc.nat(9999)),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    hour: fc.integer({ min: 0, max: 24 }),
    minute: fc.integer({ min: 0, max: 60 }),
    decimals: fc.constantFrom('', '.1', '.999999', '.123456789'),
    zone: fc.constantFrom('Z', '+00:00', '-00:01', '+15:59', '-15:59', '+16:00'),
  })
  .map(({ year, month, day, hour, minute, decimals, zone }) => {
    const [y, ...rest] = [year, month, day, hour, minute].map((n) => String(n).padStart(2, '0'));
    const [m, d, h, min] = rest;
    return `${y?.padStart(4, '0')}-${m}-${d}T${h}:${min}:00${decimals}${zone}`;
  });

test('Postgres reads every instant that is accepted, as the same one', async () => {
  const { owner } = await fileDatabase();
  const texts = fc.sample(nearInstants, { seed: 7, numRuns: 4_000 }).filter(isInstant);
  expect(texts.length).toBeGreaterThan(1_000);
  const rows = await owner<{ text: string; ms: string }[]>`
    select text, trunc(extract(epoch from text::timestamptz) * 1000)::text as ms
    from unnest(${texts}::text[]) as text`;
  const differ = rows.filter(
    ({ text, ms }) => Math.abs(Number(ms) - Date.parse(text)) > 1, // Postgres rounds to microseconds
  );
  expect(differ).toEqual([]);
  expect(rows).toHaveLength(texts.length);
});
