import { expect, test } from 'vitest';
import { formatFeedCursor, isAfter, parseFeedCursor } from './feed-cursor.ts';

test('a cursor is read back as it was written', () => {
  const cursor = { xid: '18446744073709551615', seq: '42' };
  expect(parseFeedCursor(formatFeedCursor(cursor))).toEqual(cursor);
});

test.each([null, '', '1', '1.', 'a.b', '1.2.3', "1.2'", '-1.2', `${'9'.repeat(30)}.1`])(
  '%s is no cursor',
  (text) => {
    expect(parseFeedCursor(text)).toBeNull();
  },
);

test('cursors are ordered by transaction, then by row, as numbers', () => {
  expect(isAfter({ xid: '10', seq: '1' }, { xid: '9', seq: '5' })).toBe(true);
  expect(isAfter({ xid: '9', seq: '10' }, { xid: '9', seq: '9' })).toBe(true);
  expect(isAfter({ xid: '9', seq: '9' }, { xid: '9', seq: '9' })).toBe(false);
});
