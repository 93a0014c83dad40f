import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StepReader, stepBytes, stepMsAfter, stepMsUnderLoad } from './step-reader.ts';

test.each([
  ['one token after a wait', 200, 500, 16],
  ['a token every 5 ms, once seen', 200, 5, 600],
  ['a step of eight tokens', 1_600, 40, 1_600],
  ['eight tokens that took four times as long', 1_600, 160, 400],
  ['a burst', 8_000, 0, 4_096],
  ['a byte a second', 1, 1_000, 1],
])('%s: the next read waits for the bytes of a step', (_, gotBytes, tookMs, expected) => {
  expect(stepBytes(gotBytes, tookMs, 40)).toBe(expected);
});

test('a read never waits for nothing, for more than three times the last, or for over 4,096 bytes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8_192 }), fc.nat(60_000), (gotBytes, tookMs) => {
      const bytes = stepBytes(gotBytes, tookMs, 40);
      expect(bytes).toBeGreaterThanOrEqual(1);
      expect(bytes).toBeLessThanOrEqual(Math.min(4_096, gotBytes * 3));
    }),
  );
});

/** A body of bytes whose pieces come one to a read, as fast as they are read. */
function bodyOf(text: string, pieceBytes: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + pieceBytes));
      else {
        controller.close();
        controller.byobRequest?.respond(0);
      }
      at += pieceBytes;
    },
  });
}

async function readAll(body: ReadableStream<Uint8Array>, stepMs: number | null) {
  const reader = new StepReader(body, stepMs);
  const decoder = new TextDecoder();
  let text = '';
  let reads = 0;
  for (let bytes = await reader.next(); bytes; bytes = await reader.next(), reads++) {
    text += decoder.decode(bytes, { stream: true });
  }
  return { text, reads };
}

test('every byte is read once, in steps or piece by piece, wherever the pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000 }),
      fc.integer({ min: 1, max: 9_000 }),
      fc.constantFrom(null, 40),
      async (text, pieceBytes, stepMs) => {
        const sent = text.toWellFormed();
        expect((await readAll(bodyOf(sent, pieceBytes), stepMs)).text).toBe(sent);
      },
    ),
  );
});

test('a fast stream takes fewer reads in steps', async () => {
  const text = 'word '.repeat(2_000);
  const steps = await readAll(bodyOf(text, 50), 40);
  const pieces = await readAll(bodyOf(text, 50), null);
  expect(pieces.reads).toBe(200);
  expect(steps.reads).toBeLessThan(20);
});

test('steps grow as the answer goes on, to a quarter more than the first', () => {
  expect([0, 100, 800, 900, 1_000, 60_000].map((ms) => stepMsAfter(ms, 80))).toEqual([
    80, 80, 80, 90, 100, 100,
  ]);
});

test('before the first token each piece is read as it comes', async () => {
  const reader = new StepReader(bodyOf('x'.repeat(1_000), 100), 40);
  const sizes = [];
  for (let i = 0; i < 5; i++) sizes.push((await reader.next(i > 3))?.byteLength);
  expect(sizes.slice(0, 4)).toEqual([100, 100, 100, 100]);
  expect(sizes[4]).toBeGreaterThan(100);
});

test('a body that is no stream of bytes is read piece by piece', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const word of ['one ', 'two']) controller.enqueue(new TextEncoder().encode(word));
      controller.close();
    },
  });
  expect(await readAll(body, 40)).toEqual({ text: 'one two', reads: 2 });
});

test('what comes before an answer is read together with its first piece', async () => {
  const first = async (preamble: number) => {
    const reader = new StepReader(bodyOf('role:hello', 5), 40, preamble);
    return new TextDecoder().decode((await reader.next(false)) ?? undefined);
  };
  expect(await first(0)).toBe('role:');
  expect(await first(5)).toBe('role:hello');
});

test('steps grow with the number of streams that are read at once, up to twice their length', () => {
  expect([1, 20, 30, 40, 500].map((streams) => stepMsUnderLoad(80, streams))).toEqual([
    80, 80, 120, 160, 160,
  ]);
});
