import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pacer } from './pacer.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function pacer(paceMs = 25) {
  const said: string[] = [];
  return { said, paced: new Pacer(paceMs, (text) => said.push(text)) };
}

test('the first piece is said at once, the next ones together', () => {
  const { said, paced } = pacer();
  for (const text of ['a', 'b', 'c']) paced.push(text);
  expect(said).toEqual(['a']);
  vi.advanceTimersByTime(25);
  expect(said).toEqual(['a', 'bc']);
});

test('a piece that comes later than the pace waits for nothing', () => {
  const { said, paced } = pacer();
  paced.push('a');
  vi.advanceTimersByTime(40);
  paced.push('b');
  expect(said).toEqual(['a', 'b']);
});

test('the end says the rest, once', () => {
  const { said, paced } = pacer();
  for (const text of ['a', 'b']) paced.push(text);
  paced.flush();
  paced.flush();
  vi.advanceTimersByTime(100);
  expect(said).toEqual(['a', 'b']);
});
