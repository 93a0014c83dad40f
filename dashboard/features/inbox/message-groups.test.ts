import { expect, test } from 'vitest';
import { message } from '../../testing/fixtures.ts';
import { groupMessages } from './message-groups.ts';

const at = (id: string, time: string, more = {}) =>
  message({ id, created_at: `2026-11-21T${time}Z`, ...more });
const shape = (groups: ReturnType<typeof groupMessages>) =>
  groups.map((group) => group.messages.map((item) => item.id).join(''));

test('neighbours of one voice stand together', () => {
  const groups = groupMessages([
    at('a', '09:00:00'),
    at('b', '09:01:00'),
    at('c', '09:02:00', { role: 'assistant', assistant: 'guided' }),
    at('d', '09:03:00', { role: 'assistant', assistant: 'model' }),
    at('e', '09:04:00'),
  ]);
  expect(shape(groups)).toEqual(['ab', 'c', 'd', 'e']);
});

test('only a pause has its time said', () => {
  const groups = groupMessages([
    at('a', '09:00:00'),
    at('b', '09:09:00', { role: 'staff' }),
    at('c', '09:30:00', { role: 'staff' }),
  ]);
  expect(groups.map((group) => group.startsAt !== null)).toEqual([true, false, true]);
});

test('nothing said, nothing shown', () => expect(groupMessages([])).toEqual([]));
