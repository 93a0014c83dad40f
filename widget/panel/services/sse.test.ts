import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from './sse.ts';
import { createSseParser, readFrames } from './sse.ts';

const parse = (...pieces: string[]): Frame[] => {
  const frames: Frame[] = [];
  const push = createSseParser((frame) => frames.push(frame));
  for (const piece of pieces) push(piece);
  return frames;
};

test('a frame has its id, its event and its data', () => {
  expect(parse('id: 7\nevent: text\ndata: {"a":1}\n\n')).toEqual([
    { id: '7', event: 'text', data: '{"a":1}' },
  ]);
});

test('comments and frames without data are skipped', () => {
  expect(parse(': ping\n\nid: 1\n\nevent: x\n\ndata: y\n\n')).toEqual([
    { id: '', event: '', data: 'y' },
  ]);
});

test('several data lines are joined by line breaks', () => {
  expect(parse('data: a\ndata: b\ndata\n\n')[0]?.data).toBe('a\nb\n');
});

test('only one space after the colon is taken away', () => {
  expect(parse('data:  two\n\ndata:none\n\n').map(({ data }) => data)).toEqual([' two', 'none']);
});

test('a frame that has not ended is not given out', () => {
  expect(parse('id: 1\ndata: half')).toEqual([]);
});

test('every kind of line end is read, also when a chunk ends between CR and LF', () => {
  expect(parse('data: a\r', '\n\r', '\ndata: b\r\rdata: c\n\n').map(({ data }) => data)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('it does not matter where the chunks break', () => {
  const text =
    'id: 1\r\nevent: text\r\ndata: {"delta":"pavé\u{1f33f}"}\r\n\r\n: ping\n\nid: 2\ndata: z\n\n';
  const whole = parse(text);
  expect(whole).toHaveLength(2);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
      expect(parse(...pieces)).toEqual(whole);
    }),
  );
});

test('bytes that break a character are joined before they are read', async () => {
  const bytes = new TextEncoder().encode('data: pavé\n\n: ping\n\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const frames: Frame[] = [];
  let heard = 0;
  await readFrames(
    body,
    (frame) => frames.push(frame),
    () => heard++,
  );
  expect(frames.map(({ data }) => data)).toEqual(['pavé']);
  expect(heard).toBe(bytes.length);
});
