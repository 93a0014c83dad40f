import { expect, test } from 'vitest';
import { pacer } from './pacer.ts';

/** A clock whose timers fire late. */
function lateClock(lateMs: number) {
  const clock = {
    time: 0,
    now: () => clock.time,
    sleep: async (ms: number) => {
      clock.time += ms + lateMs;
    },
  };
  return clock;
}

test('late timers do not make an answer longer', async () => {
  const clock = lateClock(3);
  const { wait } = pacer(clock);
  for (let i = 0; i < 60; i++) await wait(5);
  expect(clock.time).toBe(303);
});

test('what is overdue goes out at once, until it has caught up', async () => {
  const clock = lateClock(12);
  const { wait } = pacer(clock);
  const sentAt: number[] = [];
  for (let i = 0; i < 5; i++) {
    await wait(5);
    sentAt.push(clock.time);
  }
  expect(sentAt).toEqual([17, 17, 17, 32, 32]);
});

test('a pause of another kind is not caught up with', async () => {
  const clock = lateClock(0);
  const { wait, restart } = pacer(clock);
  await wait(5);
  clock.time += 1_000;
  restart();
  await wait(5);
  expect(clock.time).toBe(1_010);
});
