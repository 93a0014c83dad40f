import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  ANSWER_WITHIN_MS,
  BACKOFF_MAX_MS,
  backoffMs,
  createFeed,
  type FeedSocket,
  LOST_AFTER_MS,
  PING_EVERY_MS,
  SESSION_OVER,
} from './feed.ts';

class FakeSocket implements FeedSocket {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  closed = false;
  readonly sent: string[] = [];
  readonly since: string | null;

  constructor(since: string | null) {
    this.since = since;
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.closed = true;
  }
  say(message: unknown) {
    this.raw(JSON.stringify(message));
  }
  raw(data: string) {
    this.onmessage?.({ data } as MessageEvent);
  }
  drop(code = 1006) {
    this.onclose?.({ code } as CloseEvent);
  }
}

let sockets: FakeSocket[];
const refused = vi.fn();
const ended = vi.fn<() => Promise<boolean>>();

function startFeed() {
  const feed = createFeed({
    open: (since) => {
      const socket = new FakeSocket(since);
      sockets.push(socket);
      return socket;
    },
    onRefused: refused,
    onEnded: ended,
    random: () => 0.5,
  });
  feed.start();
  return feed;
}
const socket = (index = sockets.length - 1) => sockets[index] as FakeSocket;
const event = (cursor: string, topic = 'conversation.message') => ({
  type: 'event',
  cursor,
  topic,
  payload: { conversation_id: 'c1' },
});

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  refused.mockClear();
  ended.mockReset();
});
afterEach(() => vi.useRealTimers());

test('events reach every listener, and one that left hears nothing', () => {
  const feed = startFeed();
  const first = vi.fn();
  const second = vi.fn();
  const leave = feed.onEvent(first);
  feed.onEvent(second);
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().say(event('1.2'));
  leave();
  socket().say(event('1.3'));
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
  expect(second.mock.lastCall?.[0]).toMatchObject({ cursor: '1.3', topic: 'conversation.message' });
});

test('a broken line is taken up at the last event that was applied', () => {
  const feed = startFeed();
  expect(socket().since).toBeNull();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().say(event('1.2'));
  socket().drop();
  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(2);
  expect(socket().since).toBe('1.2');
  feed.stop();
});

test('a greeting on the way back does not move the cursor past what was missed', () => {
  startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().drop();
  vi.advanceTimersByTime(500);
  socket().say({ type: 'hello', cursor: '1.9' });
  socket().drop();
  vi.advanceTimersByTime(500);
  expect(socket().since).toBe('1.1');
});

test('the first greeting and a reset have everything read again, a later greeting does not', () => {
  const feed = startFeed();
  const reset = vi.fn();
  feed.onReset(reset);
  socket().say({ type: 'hello', cursor: '1.1' });
  expect(reset).toHaveBeenCalledTimes(1);
  socket().drop();
  vi.advanceTimersByTime(500);
  socket().say({ type: 'hello', cursor: '1.1' });
  expect(reset).toHaveBeenCalledTimes(1);
  socket().say({ type: 'reset', cursor: '9.9' });
  expect(reset).toHaveBeenCalledTimes(2);
  socket().drop();
  vi.advanceTimersByTime(500);
  expect(socket().since).toBe('9.9');
});

test('a short break is not worth a word, a longer one is said until the line stands again', () => {
  const feed = startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().drop();
  vi.advanceTimersByTime(LOST_AFTER_MS - 1);
  expect(feed.lost.value).toBe(false);
  vi.advanceTimersByTime(1);
  expect(feed.lost.value).toBe(true);
  socket().say({ type: 'hello', cursor: '1.1' });
  expect(feed.lost.value).toBe(false);
});

test('a break that is over in time stays unsaid', () => {
  const feed = startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().drop();
  vi.advanceTimersByTime(500);
  socket().say({ type: 'hello', cursor: '1.1' });
  vi.advanceTimersByTime(LOST_AFTER_MS);
  expect(feed.lost.value).toBe(false);
});

test('attempts that fail wait longer each time and ask whether the session is over', () => {
  startFeed();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const before = sockets.length;
    socket().drop();
    let waited = 0;
    while (sockets.length === before) {
      vi.advanceTimersByTime(100);
      waited += 100;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000]);
  expect(refused).toHaveBeenCalledTimes(1);
});

test('the wait is spread by a quarter either way and has an end', () => {
  expect([backoffMs(1, 0), backoffMs(1, 0.5), backoffMs(1, 1)]).toEqual([375, 500, 625]);
  expect(backoffMs(40, 0.5)).toBe(BACKOFF_MAX_MS);
});

test('a line that stays silent after a ping is given up', () => {
  startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  vi.advanceTimersByTime(PING_EVERY_MS);
  expect(socket().sent).toEqual(['ping']);
  vi.advanceTimersByTime(ANSWER_WITHIN_MS + 500);
  expect(socket(0).closed).toBe(true);
  expect(socket().since).toBe('1.1');
  expect(sockets).toHaveLength(2);
});

test('a pong keeps the line', () => {
  startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  for (let round = 0; round < 4; round += 1) {
    vi.advanceTimersByTime(PING_EVERY_MS);
    socket().raw('pong');
  }
  expect(sockets).toHaveLength(1);
  expect(socket().sent).toHaveLength(4);
});

test('a handshake that never ends is given up', () => {
  startFeed();
  vi.advanceTimersByTime(ANSWER_WITHIN_MS + 500);
  expect(sockets).toHaveLength(2);
});

test('nothing is tried again after stop, and the next start begins anew', () => {
  const feed = startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  feed.stop();
  expect(socket().closed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
  feed.start();
  expect(socket().since).toBeNull();
});

test('retryNow does not wait for the back-off, and what the old line still says is not heard', () => {
  const feed = startFeed();
  const heard = vi.fn();
  feed.onEvent(heard);
  socket().say({ type: 'hello', cursor: '1.1' });
  feed.retryNow();
  expect(sockets).toHaveLength(2);
  socket(0).say(event('1.5'));
  expect(heard).not.toHaveBeenCalled();
});

test('a line that ends with its session is not tried again', async () => {
  ended.mockResolvedValue(false);
  const feed = startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().drop(SESSION_OVER);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(sockets).toHaveLength(1);
  expect(feed.lost.value).toBe(false);
  feed.stop();
  feed.start();
  expect(sockets).toHaveLength(2);
});

test('a line that ends with a session comes back when there is another one', async () => {
  ended.mockResolvedValue(true);
  startFeed();
  socket().say({ type: 'hello', cursor: '1.1' });
  socket().say(event('1.2'));
  socket().drop(SESSION_OVER);
  await vi.advanceTimersByTimeAsync(500);
  expect(sockets).toHaveLength(2);
  expect(socket().since).toBe('1.2');
});

test('a feed that is stopped while it asks about its session stays stopped', async () => {
  ended.mockResolvedValue(true);
  const feed = startFeed();
  socket().drop(SESSION_OVER);
  feed.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
});

test('noise on the line is passed over', () => {
  const feed = startFeed();
  const heard = vi.fn();
  feed.onEvent(heard);
  for (const noise of ['', 'pong', '{', 'null', '[]', '{"type":"event"}']) socket().raw(noise);
  expect(heard).not.toHaveBeenCalled();
});
