import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubPage } from '../../testing/browser-globals.ts';
import type { Connection } from './connection.ts';
import { createConnection } from './connection.ts';
import { Problem } from './problem.ts';

const MINUTE = 60_000;
let page: ReturnType<typeof stubPage>;
let connection: Connection;
let opened: { signal: AbortSignal; stream: ReadableStreamDefaultController<Uint8Array> }[];
let refuse: (() => Problem | undefined) | undefined;
let states: string[];
let refused: Problem[];
let data: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5); // no jitter
  page = stubPage();
  [opened, states, refused, data, refuse] = [[], [], [], [], undefined];
  connection = createConnection({
    async open(signal) {
      const problem = refuse?.();
      if (problem) throw problem;
      let stream!: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          stream = controller;
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      opened.push({ signal, stream });
      return new Response(body);
    },
    onFrame: (frame) => data.push(frame.data),
    onState: (state) => states.push(state),
    onRefused: (problem) => refused.push(problem),
  });
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const say = (text: string) => opened.at(-1)?.stream.enqueue(new TextEncoder().encode(text));

test('it hands over what it hears, and starting twice opens one stream', async () => {
  connection.start();
  connection.start();
  await settle();
  say('data: a\n\n');
  await settle();
  expect(opened).toHaveLength(1);
  expect(data).toEqual(['a']);
  expect(states).toEqual(['live']);
});

test('a stream that ends is opened again after a second', async () => {
  connection.start();
  await settle();
  opened[0]?.stream.close();
  await vi.advanceTimersByTimeAsync(999);
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(opened).toHaveLength(2);
});

test('failures wait longer each time, and the second one is told', async () => {
  let attempts = 0;
  refuse = () => {
    attempts++;
    return new Problem(0);
  };
  connection.start();
  await settle();
  expect([attempts, states]).toEqual([1, []]);
  for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = attempts;
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(attempts).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toBe(before + 1);
  }
  expect(states[0]).toBe('lost');
});

test('a server that is asked too often is asked again when it says, and is not lost', async () => {
  let attempts = 0;
  refuse = () => {
    attempts++;
    return new Problem(429, { code: 'rate_limited' }, 5);
  };
  connection.start();
  await settle();
  for (const before of [1, 2, 3]) {
    await vi.advanceTimersByTimeAsync(4_999);
    expect(attempts).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toBe(before + 1);
  }
  expect([states, refused]).toEqual([[], []]);
  refuse = undefined;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states).toEqual(['live']);
});

test('when the network is back it does not wait', async () => {
  refuse = () => new Problem(0);
  connection.start();
  await vi.advanceTimersByTimeAsync(10_000);
  refuse = undefined;
  page.online();
  await settle();
  expect(opened).toHaveLength(1);
  expect(states.at(-1)).toBe('live');
});

test('silence for a minute is a dead line; a ping is not silence', async () => {
  connection.start();
  await settle();
  await vi.advanceTimersByTimeAsync(MINUTE - 1);
  say(': ping\n\n');
  await vi.advanceTimersByTimeAsync(MINUTE - 1);
  expect(opened[0]?.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(opened[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(opened).toHaveLength(2);
});

test('a refusal stops it and is told; it can be started again', async () => {
  refuse = () => new Problem(401, { code: 'visitor_token_expired' });
  connection.start();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(refused.map(({ code }) => code)).toEqual(['visitor_token_expired']);
  refuse = undefined;
  connection.start();
  await settle();
  expect(opened).toHaveLength(1);
});

test('too many requests and a server in trouble are tried again', async () => {
  const answers = [new Problem(429), new Problem(503)];
  refuse = () => answers.shift();
  connection.start();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(opened).toHaveLength(1);
  expect(refused).toEqual([]);
});

test('stopping ends the stream, and nothing is opened after it', async () => {
  connection.start();
  await settle();
  connection.stop();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(opened[0]?.signal.aborted).toBe(true);
  expect(opened).toHaveLength(1);
  page.online();
  await settle();
  expect(opened).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(page.listening()).toBe(0);
});

test('stopping while it waits for the next try ends it too', async () => {
  refuse = () => new Problem(0);
  connection.start();
  await settle();
  connection.stop();
  refuse = undefined;
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(opened).toEqual([]);
});
