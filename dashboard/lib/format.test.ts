import { afterEach, expect, test } from 'vitest';
import {
  day,
  initials,
  minorToDecimal,
  money,
  nameOf,
  percent,
  phone,
  plural,
  quantity,
  relative,
  setLocale,
  usd,
  usdSteps,
  whoIs,
  withPhones,
  words,
} from './format.ts';

const NO_BREAK = /\u00a0/g;
const NOW = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ago = (ms: number) => relative(new Date(NOW - ms).toISOString(), NOW);

afterEach(() => setLocale('en-US'));

test.each([
  [491250, 'USD', '$4,912.50'],
  [0, 'USD', '$0.00'],
  [-20000, 'USD', '-$200.00'],
  [5, 'USD', '$0.05'],
  [1250, 'JPY', '¥1,250'],
  [1250, 'KWD', 'KWD 1.250'],
  [900719925474099100, 'USD', '$9,007,199,254,740,991.00'],
])('%i minor units of %s are %s', (minor, currency, text) => {
  expect(money(minor, currency).replace(NO_BREAK, ' ')).toBe(text);
});

test('amounts follow the company, and an unknown locale falls back', () => {
  setLocale('de-DE');
  expect(money(491250, 'EUR').replace(NO_BREAK, ' ')).toBe('4.912,50 €');
  setLocale('en-US@posix');
  expect(money(491250, 'USD')).toBe('$4,912.50');
});

test('minor units become decimals without a float', () => {
  expect(minorToDecimal(7, 2)).toBe('0.07');
  expect(minorToDecimal(-107, 2)).toBe('-1.07');
  expect(minorToDecimal(107, 0)).toBe('107');
});

test.each([
  ['0', '$0.00'],
  ['18.402113', '$18.40'],
  ['0.01', '$0.01'],
  ['0.00019365', '$0.00019'],
])('an AI cost of %s is %s', (cost, text) => expect(usd(cost)).toBe(text));

test.each([
  [[0, 0.005, 0.01], '$0.000 $0.005 $0.010'],
  [[0, 0.1, 0.2, 0.30000000000000004], '$0.00 $0.10 $0.20 $0.30'],
  [[0, 500, 1000], '$0 $500 $1,000'],
  [[0, 0.0002], '$0.0000 $0.0002'],
  [[0], '$0'],
])('the marks %j of an axis are %s', (amounts, text) =>
  expect(usdSteps(amounts).join(' ')).toBe(text),
);

test.each([
  [0, 'just now'],
  [-5 * MINUTE, 'just now'],
  [44_000, 'just now'],
  [50_000, '1 min ago'],
  [59 * MINUTE, '59 min ago'],
  [2 * HOUR, '2 h ago'],
  [3 * DAY, '3 d ago'],
  [8 * DAY, 'Nov 13'],
  [400 * DAY, 'Oct 17, 2025'],
])('%i ms before now is %s', (ms, text) => expect(ago(ms)).toBe(text));

test('a moment that cannot be read says nothing', () => expect(relative('soon', NOW)).toBe(''));

test('a date without a time stays on its day', () =>
  expect(day('2026-12-21')).toBe('Dec 21, 2026'));

test('phones read as people write them, foreign ones in full', () => {
  expect(phone('+15125551000')).toBe('(512) 555-1000');
  expect(phone('+4915112345678')).toBe('+4915112345678');
});

test('phones within a sentence too', () =>
  expect(withPhones('Same phone: +15125551000')).toBe('Same phone: (512) 555-1000'));

test('a customer without a name is called by what reaches them', () => {
  const nobody = { name: null, email: null, phone: null };
  expect(nameOf({ ...nobody, name: 'Dana', email: 'd@x.example' })).toBe('Dana');
  expect(nameOf({ ...nobody, email: 'd@x.example', phone: '+15125551000' })).toBe('d@x.example');
  expect(nameOf({ ...nobody, phone: '+15125551000' })).toBe('(512) 555-1000');
  expect(nameOf(nobody)).toBe('Unnamed customer');
});

test('initials are the first of the first and of the last word', () => {
  expect(initials('Maria Lopez')).toBe('ML');
  expect(initials('ana de la Cruz')).toBe('AC');
  expect(initials('Łukasz')).toBe('Ł');
  expect(initials('  ')).toBe('');
});

test('the best name for a visitor comes first', () => {
  const heard = { name: 'Dana', email: 'd@x.example', phone: '+15125551000', address: null };
  const nobody = { name: null, email: null, phone: null, address: null };
  expect(whoIs({ name: 'Dana Fox' }, heard)).toBe('Dana Fox');
  expect(whoIs({ name: null }, heard)).toBe('Dana');
  expect(whoIs(null, { ...heard, name: null })).toBe('d@x.example');
  expect(whoIs(null, { ...nobody, phone: '+15125551000' })).toBe('(512) 555-1000');
  expect(whoIs(null, nobody)).toBe('Visitor');
});

test('small words', () => {
  expect(plural(1, 'quote')).toBe('1 quote');
  expect(plural(1200, 'quote')).toBe('1,200 quotes');
  expect(percent(0.824)).toBe('82%');
  expect(quantity('550.00')).toBe('550');
  expect(quantity('9.26')).toBe('9.26');
  expect(words('request_human')).toBe('Request human');
});
