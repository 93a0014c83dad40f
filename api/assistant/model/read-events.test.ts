import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from './read-events.ts';

const never = new AbortController().signal;

function bodyOf(pieces: (string | Uint8Array)[], end = true): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      }
      if (end) controller.close();
    },
  });
}

async function read(body: ReadableStream<Uint8Array>, signal = never) {
  const heard: string[] = [];
  let reads = 0;
  const done = await readEvents(body, {
    signal,
    stepMs: null,
    onData: (data) => void heard.push(data),
    onRead: () => {
      reads++;
      return true;
    },
  });
  return { heard, done, reads };
}

test('events are heard in order, until the answer says that it is done', async () => {
  const body = bodyOf([
    'data: {"a":1}\n\nda',
    'ta: {"b":2}\n\n',
    'data: [DONE]\n\ndata: {"c":3}\n\n',
  ]);
  expect(await read(body)).toEqual({ heard: ['{"a":1}', '{"b":2}'], done: true, reads: 3 });
});

test('a stream that just ends is not done', async () => {
  expect(await read(bodyOf(['data: 1\n\n', 'data: 2']))).toMatchObject({
    heard: ['1'],
    done: false,
  });
});

test('comments, other fields, blank lines and carriage returns are no events', async () => {
  const body = bodyOf([
    ': keep-alive\r\n\r\nevent: x\r\nid: 7\r\ndata:1\r\n\r\n',
    'data: [DONE]\r\n',
  ]);
  expect(await read(body)).toMatchObject({ heard: ['1'], done: true });
});

test('characters may be cut in two anywhere', async () => {
  const bytes = new TextEncoder().encode('data: "jardín 🌿"\n\ndata: [DONE]\n\n');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = at.slice(1).map((to, i) => bytes.slice(at[i], to));
      expect(await read(bodyOf(pieces))).toMatchObject({ heard: ['"jardín 🌿"'], done: true });
    }),
  );
});

test('an aborted read ends at once, even where the body hears nothing of it', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 5);
  const ended = await read(bodyOf(['data: 1\n\n'], false), abort.signal);
  expect(ended).toMatchObject({ heard: ['1'], done: false });
});

test('what a listener throws ends the read and lets the body go', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: {\n\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  const broken = readEvents(body, {
    signal: never,
    stepMs: null,
    onData: (data) => void JSON.parse(data),
    onRead: () => true,
  });
  await expect(broken).rejects.toThrow(SyntaxError);
  expect(cancelled).toBe(true);
});

test('the first token waits for nothing that comes after it', async () => {
  const encoder = new TextEncoder();
  const pieces = ['data: role\n\n', 'data: a\n\n'];
  const body = new ReadableStream<Uint8Array>({
    type: 'bytes',
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(encoder.encode(piece));
    },
  });
  const heard: string[] = [];
  const abort = new AbortController();
  await readEvents(body, {
    signal: abort.signal,
    stepMs: 80,
    onData: (data) => void heard.push(data),
    onRead: () => {
      if (heard.includes('a')) abort.abort();
      return heard.includes('a');
    },
  });
  expect(heard).toEqual(['role', 'a']);
});

async function drainedOf(body: ReadableStream<Uint8Array>, signal = never): Promise<boolean> {
  return new Promise((onDrained) => {
    const nothing = () => {};
    readEvents(body, {
      ...{ signal, stepMs: null, onDrained },
      ...{ onData: nothing, onRead: () => true },
    });
  });
}

test('it is told whether the connection ended by itself behind the answer', async () => {
  expect(await drainedOf(bodyOf(['data: [DONE]\n\n']))).toBe(true);
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 5);
  expect(await drainedOf(bodyOf(['data: [DONE]\n\n'], false), abort.signal)).toBe(false);
});

test('an event is told with how much came before it, however the body is cut', async () => {
  for (const pieces of [['data: 1\n\ndata: 2\n\n'], ['data: 1\n', '\nda', 'ta: 2\n\n']]) {
    const heard: [string, number][] = [];
    await readEvents(bodyOf(pieces), {
      ...{ signal: never, stepMs: null, onRead: () => true },
      onData: (data, at) => void heard.push([data, at]),
    });
    expect(heard).toEqual([
      ['1', 0],
      ['2', 9],
    ]);
  }
});
