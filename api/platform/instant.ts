import { z } from '@hono/zod-openapi';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-5]):[0-5]\d)$/;

/** Whether the text is a day of the calendar, written YYYY-MM-DD, of the years 1 to 9999. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text < '0001') return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // JavaScript carries 30 February over into March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/**
 * Whether Postgres and JavaScript both read the text as the same instant: ISO 8601 with a zone, at most nine
 * decimals, an offset of at most 15:59 as Postgres takes it, and in UTC of the years 1 to 9999.
 */
export function isInstant(text: string): boolean {
  const [, day = ''] = INSTANT.exec(text) ?? [];
  if (!isDay(day)) return false;
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** A day in a request, as YYYY-MM-DD. */
export const dayInput = z.iso
  .date({ abort: true })
  .refine(isDay, 'Write a day of the years 0001 to 9999.');

/** An instant in a request: ISO 8601 with a zone. */
export const instantInput = z.iso
  .datetime({ offset: true, abort: true })
  .refine(isInstant, 'Write a time of the years 0001 to 9999, at most 15:59 away from UTC.');
