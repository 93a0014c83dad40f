import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Instance, RESTARTS, restartDelay, supervise } from './supervise.ts';

const LIMITS = { firstDelayMs: 1, delayMaxMs: 4, healthyMs: 60_000, inARowMax: 3 };

interface Fake extends Instance {
  die(): void;
  stopped: boolean;
}

function fake(): Fake {
  const { promise, resolve } = Promise.withResolvers<void>();
  const instance: Fake = {
    ended: promise,
    die: resolve,
    stopped: false,
    stop: async () => {
      instance.stopped = true;
      resolve();
    },
  };
  return instance;
}

let lines: string[];
let control: AbortController;
let failed: unknown;
const ending = () => ({
  signal: control.signal,
  fail: (error: unknown) => {
    failed = error;
    control.abort(error);
  },
});

beforeEach(() => {
  lines = [];
  failed = null;
  control = new AbortController();
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

test('the wait doubles from half a second to half a minute', () => {
  const delays = Array.from({ length: RESTARTS.inARowMax }, (_, index) => restartDelay(index + 1));
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('what died is named, restarted, and handed out instead of the dead one', async () => {
  const [first, second] = [fake(), fake()];
  const part = { name: 'The part', hint: '', restart: async () => second };
  const supervised = supervise(part, first, ending(), LIMITS);
  expect(supervised.current()).toBe(first);
  first.die();
  await expect.poll(() => supervised.current()).toBe(second);
  expect(lines).toEqual([
    'The part ended unexpectedly; restarting it in 0.001 s.',
    'The part is running again.',
  ]);
  await supervised.stop();
  expect([first.stopped, second.stopped]).toEqual([false, true]);
});

test('a restart that fails is tried again, each failure with its reason', async () => {
  const second = fake();
  const restart = vi.fn(async () => second);
  restart.mockRejectedValueOnce(new Error('port taken')).mockRejectedValueOnce(new Error('still'));
  const first = fake();
  const supervised = supervise({ name: 'It', hint: '', restart }, first, ending(), LIMITS);
  first.die();
  await expect.poll(() => supervised.current()).toBe(second);
  expect(lines).toEqual([
    'It ended unexpectedly; restarting it in 0.001 s.',
    'It did not start (port taken); restarting it in 0.002 s.',
    'It did not start (still); restarting it in 0.004 s.',
    'It is running again.',
  ]);
  expect(failed).toBeNull();
  await supervised.stop();
});

test('after too many failures in a row the stack ends with one sentence', async () => {
  const first = fake();
  const restart = async () => {
    const next = fake();
    next.die();
    return next;
  };
  const part = { name: 'It', hint: 'look into its log', restart };
  supervise(part, first, ending(), LIMITS);
  first.die();
  await expect.poll(() => failed).not.toBeNull();
  expect(failed).toMatchObject({
    name: 'PlainError',
    message:
      'It failed 4 times in a row and is not restarted again. ' +
      'The data is kept; look into its log, then start again.',
  });
  expect(lines.filter((line) => line.includes('running again'))).toHaveLength(3);
});

test('an instance that stayed healthy long enough starts the count anew', async () => {
  let starts = 0;
  const restart = async () => {
    const next = fake();
    if (++starts < 10) setTimeout(next.die, 5);
    return next;
  };
  const first = fake();
  const limits = { ...LIMITS, healthyMs: 0 };
  const supervised = supervise({ name: 'It', hint: '', restart }, first, ending(), limits);
  first.die();
  await expect.poll(() => starts).toBe(10);
  expect(failed).toBeNull();
  await supervised.stop();
});

test('a request to stop during the wait ends it without another start', async () => {
  const restart = vi.fn(async () => fake());
  const first = fake();
  const limits = { ...LIMITS, firstDelayMs: 60_000, delayMaxMs: 60_000 };
  const supervised = supervise({ name: 'It', hint: '', restart }, first, ending(), limits);
  first.die();
  await expect.poll(() => lines).toHaveLength(1);
  control.abort();
  await supervised.stop();
  expect(restart).not.toHaveBeenCalled();
});

test('an instance that is being started when the stop comes is stopped too', async () => {
  const second = fake();
  const { promise, resolve } = Promise.withResolvers<Fake>();
  const restart = vi.fn(() => promise);
  const first = fake();
  const supervised = supervise({ name: 'It', hint: '', restart }, first, ending(), LIMITS);
  first.die();
  await expect.poll(() => restart.mock.calls).toHaveLength(1);
  control.abort();
  const stopped = supervised.stop();
  resolve(second);
  await stopped;
  expect(second.stopped).toBe(true);
  expect(lines).toHaveLength(1);
});
