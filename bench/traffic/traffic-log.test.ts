import { expect, test } from 'vitest';
import { type Entry, summarize } from './traffic-log.ts';

const message = (startedAt: number, endedAt: number, firstTokenMs = 20): Entry => ({
  kind: 'message',
  startedAt,
  endedAt,
  firstTokenMs,
});
const WINDOW = { from: 1_000, to: 3_000 };

test('latency counts messages sent within the window, throughput those completed within it', () => {
  const log = [message(900, 1_100, 1), message(1_500, 1_800, 2), message(2_900, 3_200, 3)];
  expect(summarize(log, WINDOW)).toMatchObject({
    firstTokenMs: [2, 3],
    completed: 2,
    messagesPerSecond: 1,
  });
});

test('sessions and failures count by when they began; failures by name', () => {
  const failure = (startedAt: number, what: string): Entry => ({
    kind: 'failure',
    startedAt,
    endedAt: startedAt + 1,
    what,
  });
  const log: Entry[] = [
    { kind: 'session', startedAt: 999, endedAt: 1_005 },
    { kind: 'session', startedAt: 1_000, endedAt: 1_012 },
    failure(500, '503'),
    failure(2_000, '503'),
    failure(2_500, '503'),
    failure(2_600, 'wrong text'),
    failure(3_000, 'wrong text'),
  ];
  const { sessionMs, failures } = summarize(log, WINDOW);
  expect(sessionMs).toEqual([12]);
  expect(failures).toEqual({ '503': 2, 'wrong text': 1 });
});
