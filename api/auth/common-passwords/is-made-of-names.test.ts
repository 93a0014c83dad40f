import { expect, test } from 'vitest';
import { isMadeOfNames } from './is-made-of-names.ts';

const NAMES = ['Rivera Hardscapes Co', 'Élena Rivera', 'elena@rivera.example'];

test.each([
  'Rivera2024!',
  'rivera-hardscapes',
  'hardscapes1',
  'ElenaRivera1990',
  'élena-rivera',
  'elena@rivera.example',
  '!!rivera!!99',
  'rivera-abc-2024',
])('%s is made of the names', (password) => {
  expect(isMadeOfNames(password, NAMES)).toBe(true);
});

test.each([
  'paver-patio-9',
  'rivera keeps three llamas',
  'coconut-cobbler',
  'my elena sings on sundays',
  '',
])('%j is not', (password) => {
  expect(isMadeOfNames(password, NAMES)).toBe(false);
});

test('without names nothing is', () => {
  expect(isMadeOfNames('rivera2024', ['', 'Co', '!'])).toBe(false);
});
