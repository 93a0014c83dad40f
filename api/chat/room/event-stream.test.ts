import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventStream } from './event-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IdentityTransformStream', TransformStream); // what workerd calls it
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const MINUTE_MS = 60_000;

/** A stream, and whether it has ended. */
function open() {
  const stream = new EventStream();
  const ended = vi.fn();
  stream.onClose(ended);
  stream.start([]);
  return { stream, ended };
}

test('a listener who reads nothing for more than a minute has gone', async () => {
  const { ended } = open();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(ended).toHaveBeenCalledOnce();
});

test('a listener who reads stays, however long nothing happens', async () => {
  const { stream, ended } = open();
  const reader = stream.response.body?.getReader();
  const seen: string[] = [];
  const reading = (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      seen.push(new TextDecoder().decode(part.value));
    }
  })();
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
  expect(ended).not.toHaveBeenCalled();
  expect(seen).toEqual(Array(30).fill(': ping\n\n'));
  stream.close();
  await reading;
  expect(ended).toHaveBeenCalledOnce();
});
