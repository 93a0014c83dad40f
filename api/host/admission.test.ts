import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Admission } from './admission.ts';

let turns = 0;
let longestWait = 0;
let admission: Admission;

beforeEach(() => {
  vi.useFakeTimers();
  turns = 0;
  longestWait = 0;
  admission = new Admission({ turns: () => turns, longestWaitMs: () => longestWait });
});
afterEach(() => void vi.useRealTimers());

/** Notes who has come in, and how each one fared. */
function enter(share: string, log: string[]): Promise<unknown> {
  return admission.enter(share).then(
    () => log.push(share),
    (error) => log.push(`${share}: ${error.code}`),
  );
}

test('a session starts at once while there is room', async () => {
  await expect(admission.enter('a')).resolves.toBeUndefined();
});

test.each([
  ['too many turns', () => (turns = 250)],
  ['a database that falls behind', () => (longestWait = 400)],
])('%s hold new sessions up for three seconds, then refuse them', async (_, makeBusy) => {
  makeBusy();
  const log: string[] = [];
  enter('a', log);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(log).toEqual(['a: overloaded']);
});

test('who waited comes in as soon as there is room, one network like the other', async () => {
  turns = 250;
  const log: string[] = [];
  for (const share of ['a', 'a', 'a', 'a', 'a', 'a', 'b']) enter(share, log);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(log).toEqual([]);
  turns = 0;
  await vi.advanceTimersByTimeAsync(100);
  expect(log).toEqual(['a', 'b', 'a', 'a', 'a']);
  await vi.advanceTimersByTimeAsync(100);
  expect(log).toHaveLength(7);
});
