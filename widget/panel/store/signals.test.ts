import { expect, test, vi } from 'vitest';
import { batch, effect, signal } from './signals.ts';

test('an effect runs at once and when what it read changes', () => {
  const count = signal(1);
  const seen: number[] = [];
  effect(() => void seen.push(count.value));
  count.value = 2;
  count.value = 2;
  expect(seen).toEqual([1, 2]);
});

test('peeking does not subscribe', () => {
  const count = signal(1);
  const run = vi.fn(() => void count.peek());
  effect(run);
  count.value = 2;
  expect(run).toHaveBeenCalledTimes(1);
});

test('an effect forgets what it no longer reads', () => {
  const which = signal(true);
  const first = signal(1);
  const run = vi.fn(() => void (which.value && first.value));
  effect(run);
  which.value = false;
  first.value = 2;
  expect(run).toHaveBeenCalledTimes(2);
});

test('a stopped effect is silent, also when it was about to run', () => {
  const count = signal(1);
  const seen: number[] = [];
  const stop = effect(() => void seen.push(count.value));
  batch(() => {
    count.value = 2;
    stop();
  });
  count.value = 3;
  expect(seen).toEqual([1]);
});

test('changes in a batch are seen as one, also in a batch within a batch', () => {
  const [a, b] = [signal(1), signal(1)];
  const seen: string[] = [];
  effect(() => void seen.push(`${a.value}${b.value}`));
  batch(() => {
    a.value = 2;
    batch(() => {
      b.value = 2;
    });
    b.value = 3;
  });
  expect(seen).toEqual(['11', '23']);
});

test('an effect inside an effect does not give its reading to the outer one', () => {
  const [outer, inner] = [signal(1), signal(1)];
  const run = vi.fn(() => {
    outer.value;
    effect(() => void inner.value);
  });
  effect(run);
  inner.value = 2;
  expect(run).toHaveBeenCalledTimes(1);
  outer.value = 2;
  expect(run).toHaveBeenCalledTimes(2);
});

test('an effect that throws does not keep the next change from the others', () => {
  const count = signal(1);
  const seen: number[] = [];
  effect(() => {
    if (count.value === 2) throw new Error('no');
  });
  effect(() => void seen.push(count.value));
  expect(() => {
    count.value = 2;
  }).toThrow('no');
  count.value = 3;
  expect(seen.at(-1)).toBe(3);
});
