import { expect, test } from 'vitest';
import { phoneForStoring, readPhone } from './phone-key.ts';

test.each([
  ['(617) 555-0142', 'US', '+16175550142'],
  ['617.555.0142 ext. 12', 'US', '+16175550142'],
  ['1-617-555-0142', 'US', '+16175550142'],
  ['+1 617 555 0142', 'DE', '+16175550142'],
  ['+52 1 55 1234 5678', 'US', '+525512345678'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+44 (0)20 7946 0958', 'US', '+442079460958'],
  ['６１７ ５５５ ０１４２', 'US', '+16175550142'],
  ['\u202a617-555-0142\u202c', 'us', '+16175550142'],
  ['555-123-4567', 'US', '+15551234567'],
])('%s from %s is %s', (text, country, key) => {
  expect(readPhone(text, country)?.key).toBe(key);
});

test.each([
  '000-000-0000',
  '916-555-1212',
  '617-555-5555',
  '555-555-5555',
  '999 999 9999',
  '123-456-7890',
  '0123456789',
  '9876543210',
  '123-123-1234',
  '12',
  '555-0142',
  'call me',
  '',
])('"%s" is no key', (text) => {
  expect(readPhone(text, 'US')).toBeNull();
});

test('without a known country only an international number is a key', () => {
  expect(readPhone('617 555 0142', 'XX')).toBeNull();
  expect(readPhone('+16175550142', 'XX')?.key).toBe('+16175550142');
});

test('what cannot be read as a number is stored as it was given', () => {
  expect(phoneForStoring(' ask at the office ', 'US')).toBe('ask at the office');
  expect(phoneForStoring('(617) 555-0142', 'US')).toBe('+16175550142');
});
