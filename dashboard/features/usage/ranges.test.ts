import { expect, test } from 'vitest';
import type { UsageItem } from '../../lib/wire.ts';
import { fillDays, rangeOf, shareSpent } from './ranges.ts';

const NOW = Date.parse('2026-11-21T23:30:00Z');
const item = (key: string, cost_usd: string): UsageItem => ({
  key,
  label: key,
  first_at: '2026-11-01T08:00:00Z',
  calls: 2,
  input_tokens: 1,
  cached_tokens: 0,
  output_tokens: 1,
  reasoning_tokens: 0,
  cost_picousd: '1',
  cost_usd,
});

test('ranges are whole days of UTC, both ends in', () => {
  expect(rangeOf('month', NOW)).toEqual({ from: '2026-11-01', to: '2026-11-21' });
  expect(rangeOf('days30', NOW)).toEqual({ from: '2026-10-23', to: '2026-11-21' });
  expect(rangeOf('days90', NOW)).toEqual({ from: '2026-08-24', to: '2026-11-21' });
});

test('days without a call are there too, at nothing', () => {
  const range = { from: '2026-11-19', to: '2026-11-21' };
  expect(fillDays(range, [item('2026-11-20', '0.5')])).toEqual([
    { day: '2026-11-19', calls: 0, cost_usd: '0' },
    { day: '2026-11-20', calls: 2, cost_usd: '0.5' },
    { day: '2026-11-21', calls: 0, cost_usd: '0' },
  ]);
});

test('what is spent and held counts against the limit', () => {
  expect(shareSpent('25.00', '10', '2.5')).toBe(0.5);
  expect(shareSpent('25.00', '30', '0')).toBe(1);
  expect(shareSpent('0', '0', '0')).toBe(1);
  expect(shareSpent(null, '10', '0')).toBeNull();
});
