import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatEvent } from '../services/wire.ts';
import { createSequence } from './sequence.ts';

const event = (id: number): ChatEvent => ({
  id,
  name: 'text',
  data: { message_id: 'm', delta: '' },
});

function setUp(start = 0) {
  const applied: number[] = [];
  const sequence = createSequence(({ id }) => void applied.push(id));
  sequence.restart(start);
  return { applied, sequence };
}

test('an event is applied once, whichever streams bring it', () => {
  const { applied, sequence } = setUp();
  sequence.offer(event(1), true);
  sequence.offer(event(2), false);
  sequence.offer(event(2), true);
  sequence.offer(event(1), false);
  expect(applied).toEqual([1, 2]);
  expect(sequence.last()).toBe(2);
});

test("a turn's own stream runs ahead without moving the place to resume from", () => {
  const { applied, sequence } = setUp();
  sequence.offer(event(2), false);
  sequence.offer(event(3), false);
  expect(applied).toEqual([2, 3]);
  expect(sequence.last()).toBe(0);
  sequence.offer(event(1), true);
  expect(applied).toEqual([2, 3, 1]);
  expect(sequence.last()).toBe(3);
});

test('what runs ahead is applied once too, when its stream is opened again', () => {
  const { applied, sequence } = setUp();
  for (const id of [3, 4, 3, 4, 5]) sequence.offer(event(id), false);
  expect(applied).toEqual([3, 4, 5]);
});

test('the complete stream may skip ids that the server no longer has', () => {
  const { applied, sequence } = setUp(5);
  sequence.offer(event(9), true);
  expect(sequence.last()).toBe(9);
  sequence.offer(event(7), false);
  expect(applied).toEqual([9]);
});

test('an id is taken after the event has been applied, not before', () => {
  const sequence = createSequence(() => {
    throw new Error('not drawn');
  });
  expect(() => sequence.offer(event(1), true)).toThrow('not drawn');
  expect(sequence.last()).toBe(0);
});

test('a new session starts its own numbers', () => {
  const { applied, sequence } = setUp();
  sequence.offer(event(3), false);
  sequence.restart(0);
  sequence.offer(event(3), false);
  expect(applied).toEqual([3, 3]);
});

test('two streams in any interleaving apply everything once', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (turns) => {
      const { applied, sequence } = setUp();
      const own = [2, 3, 4, 7, 8];
      const complete = [1, 2, 3, 4, 5, 6, 7, 8, 9];
      for (const fromOwn of turns) {
        const next = (fromOwn ? own : complete).shift();
        if (next) sequence.offer(event(next), !fromOwn);
      }
      for (const id of complete) sequence.offer(event(id), true);
      expect(applied.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(applied.filter((id) => [2, 3, 4].includes(id))).toEqual([2, 3, 4]);
      expect(sequence.last()).toBe(9);
    }),
  );
});
