import { expect, test } from 'vitest';
import { settingOr } from './setting-or.ts';

test.each([
  ['0', 0],
  ['25', 25],
  [undefined, 7],
  ['', 7],
  ['-1', 7],
  ['1.5', 7],
  ['many', 7],
  ['9999999999', 7],
])('the setting %j is %d', (setting, expected) => {
  expect(settingOr(setting, 7)).toBe(expected);
});
