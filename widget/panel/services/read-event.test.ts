import { expect, test } from 'vitest';
import { readEvent } from './read-event.ts';

test('an event has a number, a name and data', () => {
  const frame = { id: '3', event: 'details', data: '{"fields":["name"]}' };
  expect(readEvent(frame)).toEqual({ id: 3, name: 'details', data: { fields: ['name'] } });
});

test.each([
  { id: '', event: 'text', data: '{}' },
  { id: 'x', event: 'text', data: '{}' },
  { id: '3', event: 'text', data: '{cut' },
])('%o is no event', (frame) => {
  expect(readEvent(frame)).toBeNull();
});
