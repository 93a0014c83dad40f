import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const id = '019aa000-0000-7000-8000-000000000001';

test.each(['2026-11-21T09:30:00.000Z', '2026-11-21T09:30:00.123456Z', '0001-01-01T00:00:00.000Z'])(
  'a cursor at %s is read back as it was written',
  (at) => {
    expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id });
  },
);

test('no cursor is the first page', () => {
  expect(decodeCursor(undefined)).toBeNull();
});

test.each([
  ['a number for an instant', `1|${id}`],
  ['the year 0', `0000-01-01T00:00:00Z|${id}`],
  ['a year beyond 9999', `+275760-09-13T00:00:00.000Z|${id}`],
  ['a day that no calendar has', `2024-02-30T00:00:00Z|${id}`],
  ['a NUL in the instant', `2024-01-01T00:00:00Z\u0000|${id}`],
  ['a NUL behind the id', `2024-01-01T00:00:00Z|${id}\u0000`],
  ['an id that is none', '2024-01-01T00:00:00Z|x'],
  ['a third part', `2024-01-01T00:00:00Z|${id}|x`],
  ['no part', ''],
])('%s is refused', (_name, text) => {
  const cursor = Buffer.from(text).toString('base64url');
  expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }));
});

test.each(['=', '%', 'é', '-_-_', ' '])('%j is refused', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }));
});
