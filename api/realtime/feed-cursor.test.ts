import { expect, test } from 'vitest';
import { isAfter } from './feed-cursor.ts';

test('cursors are ordered by transaction, then by row, as numbers', () => {
  expect(isAfter({ xid: '10', seq: '1' }, { xid: '9', seq: '5' })).toBe(true);
  expect(isAfter({ xid: '9', seq: '10' }, { xid: '9', seq: '9' })).toBe(true);
  expect(isAfter({ xid: '9', seq: '9' }, { xid: '9', seq: '9' })).toBe(false);
});
