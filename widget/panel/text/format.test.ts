import { expect, test } from 'vitest';
import { formatDay, formatMoney, formatQuantity, formatTime, initials } from './format.ts';

const spaces = (text: string) => text.replace(/\s/g, ' ');

test.each([
  [491_250, 'USD', 'en', '$4,912.50'],
  [-20_000, 'USD', 'en', '-$200.00'],
  [5_000, 'JPY', 'en', '¥5,000'],
  [491_250, 'EUR', 'es', '4912,50 €'],
])('%i of %s in %s is %s', (minor, currency, locale, expected) => {
  expect(spaces(formatMoney(minor, currency, locale))).toBe(expected);
});

test('a whole amount may leave its cents out, another may not', () => {
  expect(formatMoney(765_000, 'USD', 'en', 'stripIfInteger')).toBe('$7,650');
  expect(formatMoney(765_050, 'USD', 'en', 'stripIfInteger')).toBe('$7,650.50');
});

test('a quantity has no zeros for show, and its unit in words', () => {
  expect(formatQuantity('9.2600', 'cu_yd', 'en')).toBe('9.26 cu yd');
  expect(formatQuantity('1500', 'sq_ft', 'en')).toBe('1,500 sq ft');
});

test('a day is the same day everywhere', () => {
  expect(formatDay('2026-12-21', 'en')).toBe('December 21, 2026');
  expect(formatDay('2026-12-21T00:00:00.000Z', 'es')).toBe('21 de diciembre de 2026');
});

test('today is told by the hour, another day with its date', () => {
  const now = new Date(2026, 10, 20, 18, 0);
  const at = (day: number) => new Date(2026, 10, day, 9, 5).toISOString();
  expect(spaces(formatTime(at(20), 'en', now))).toBe('9:05 AM');
  expect(spaces(formatTime(at(19), 'en', now))).toBe('Nov 19, 2026, 9:05 AM');
});

test.each([
  ['Rivera Hardscapes', 'RH'],
  ['  ángel  de la cruz ', 'ÁD'],
  ['Luis', 'L'],
  ['Nguyen & Sons', 'NS'],
  ['(Bob) decks', 'BD'],
  ['𝒜 1st', '𝒜1'],
  ['', ''],
])('"%s" is %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
