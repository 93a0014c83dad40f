import type { UsageItem } from '../../lib/wire.ts';

export type RangeId = 'month' | 'days30' | 'days90';

export const RANGES: { value: RangeId; label: string }[] = [
  { value: 'month', label: 'This month' },
  { value: 'days30', label: 'Last 30 days' },
  { value: 'days90', label: 'Last 90 days' },
];

const DAY_MS = 86_400_000;

/** Both days inclusive, YYYY-MM-DD in UTC, as the ledger counts them. */
export interface DayRange {
  from: string;
  to: string;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function rangeOf(id: RangeId, nowMs: number): DayRange {
  const to = dayOf(nowMs);
  if (id === 'month') return { from: `${to.slice(0, 7)}-01`, to };
  const days = id === 'days30' ? 30 : 90;
  return { from: dayOf(nowMs - (days - 1) * DAY_MS), to };
}

export interface DayCost {
  /** YYYY-MM-DD. */
  day: string;
  calls: number;
  /** Decimal string. */
  cost_usd: string;
}

/** One entry for each day of the range, also for those without a call. */
export function fillDays(range: DayRange, items: UsageItem[]): DayCost[] {
  const byDay = new Map(items.map((item) => [item.key.slice(0, 10), item]));
  const days: DayCost[] = [];
  const end = Date.parse(`${range.to}T00:00:00Z`);
  for (let at = Date.parse(`${range.from}T00:00:00Z`); at <= end; at += DAY_MS) {
    const day = dayOf(at);
    const item = byDay.get(day);
    days.push({ day, calls: item?.calls ?? 0, cost_usd: item?.cost_usd ?? '0' });
  }
  return days;
}

/** How much of a budget is gone, 0 to 1; null without a limit. */
export function shareSpent(limit: string | null, spent: string, reserved: string): number | null {
  if (limit === null) return null;
  const whole = Number(limit);
  if (whole <= 0) return 1;
  return Math.min(1, (Number(spent) + Number(reserved)) / whole);
}
