import { expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { isSealedCursor, openFeedCursor, sealFeedCursor } from './sealed-cursor.ts';

const KEYS = { current: 'a secret', previous: null };
const company = newId();

test.each([
  { xid: '0', seq: '0' },
  { xid: '733', seq: '42' },
  { xid: '18446744073709551615', seq: '9223372036854775807' },
])('%o is opened as it was sealed', async (cursor) => {
  const sealed = await sealFeedCursor(KEYS, company, cursor);
  expect(isSealedCursor(sealed)).toBe(true);
  expect(await openFeedCursor(KEYS, company, sealed)).toEqual(cursor);
});

test('the same place is sealed differently each time', async () => {
  const cursor = { xid: '733', seq: '42' };
  const texts = await Promise.all([1, 2, 3].map(() => sealFeedCursor(KEYS, company, cursor)));
  expect(new Set(texts).size).toBe(3);
});

test('a cursor opens for its own company and secret only', async () => {
  const sealed = await sealFeedCursor(KEYS, company, { xid: '733', seq: '42' });
  expect(await openFeedCursor(KEYS, newId(), sealed)).toBeNull();
  expect(
    await openFeedCursor({ current: 'another secret', previous: null }, company, sealed),
  ).toBeNull();
});

test('a cursor with any character changed does not open', async () => {
  const sealed = await sealFeedCursor(KEYS, company, { xid: '733', seq: '42' });
  for (let at = 0; at < sealed.length - 1; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(await openFeedCursor(KEYS, company, changed)).toBeNull();
  }
});

test.each(['', '733.42', '99999999999999999999.1', 'A'.repeat(58), 'A'.repeat(60), '='.repeat(59)])(
  '%j has not the form of a cursor',
  async (text) => {
    expect(isSealedCursor(text)).toBe(false);
    expect(await openFeedCursor(KEYS, company, text)).toBeNull();
  },
);

test('a cursor of the previous secret opens; new ones are sealed with the current secret', async () => {
  const cursor = { xid: '733', seq: '42' };
  const rotated = { current: 'a new secret', previous: KEYS.current };
  const old = await sealFeedCursor(KEYS, company, cursor);
  expect(await openFeedCursor(rotated, company, old)).toEqual(cursor);
  const renewed = await sealFeedCursor(rotated, company, cursor);
  expect(await openFeedCursor(KEYS, company, renewed)).toBeNull();
  expect(await openFeedCursor(rotated, newId(), old)).toBeNull();
});
