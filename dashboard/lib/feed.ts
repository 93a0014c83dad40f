import { type ReadonlySignal, signal } from '@preact/signals';
import type { FeedEvent } from './wire.ts';

/** The part of a WebSocket that the feed uses. */
export interface FeedSocket {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface FeedOptions {
  /** Opens a socket; `since` is the cursor of the last event that was applied. */
  open: (since: string | null) => FeedSocket;
  /** Asked after two failed attempts in a row: the session may have ended. */
  onRefused?: () => void;
  /** Asked when the server ended the line since the session has; whether somebody is logged in all the same. */
  onEnded?: () => Promise<boolean>;
  random?: () => number;
}

export interface Feed {
  /** True once the connection has been away for longer than a blink. */
  lost: ReadonlySignal<boolean>;
  onEvent(listener: (event: FeedEvent) => void): () => void;
  /** Everything on screen may be old: read it again. */
  onReset(listener: () => void): () => void;
  start(): void;
  /** Tries at once, without waiting for the back-off. */
  retryNow(): void;
  stop(): void;
}

export const LOST_AFTER_MS = 2_000; // shorter breaks are not worth a word
export const PING_EVERY_MS = 25_000; // under the minute after which networks forget a silent line
export const ANSWER_WITHIN_MS = 10_000; // a slow phone's handshake fits in
export const SESSION_OVER = 4401; // the close code of a session that has ended
export const BACKOFF_FIRST_MS = 500;
export const BACKOFF_MAX_MS = 20_000; // a person who waits longer reloads by hand

/** Milliseconds before attempt `failures`, doubled each time, ±25 % so that clients spread out. */
export function backoffMs(failures: number, random: number): number {
  const base = Math.min(BACKOFF_FIRST_MS * 2 ** Math.max(0, failures - 1), BACKOFF_MAX_MS);
  return Math.round(base * (0.75 + random / 2));
}

function parse(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * The company's live events over a socket that comes back by itself. The cursor moves only when
 * an event has been given to every listener, so a break can never swallow one.
 */
export function createFeed({ open, onRefused, onEnded, random = Math.random }: FeedOptions): Feed {
  const lost = signal(false);
  const events = new Set<(event: FeedEvent) => void>();
  const resets = new Set<() => void>();
  let socket: FeedSocket | null = null;
  let cursor: string | null = null;
  let helloCursor: string | null = null;
  let failures = 0;
  let wanted = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let notice: ReturnType<typeof setTimeout> | undefined;
  let ping: ReturnType<typeof setTimeout> | undefined;

  const reset = () => {
    for (const listener of resets) listener();
  };

  /** A line can die without a word: one that does not answer in time is given up. */
  const expectAnswer = (current: FeedSocket) => {
    clearTimeout(ping);
    ping = setTimeout(() => {
      current.onclose = null;
      current.close();
      dropped();
    }, ANSWER_WITHIN_MS);
  };
  const askLater = (current: FeedSocket) => {
    clearTimeout(ping);
    ping = setTimeout(() => {
      current.send('ping');
      expectAnswer(current);
    }, PING_EVERY_MS);
  };

  const receive = (data: unknown) => {
    const message = parse(data);
    if (message === null) return;
    const at = typeof message.cursor === 'string' ? message.cursor : null;
    if (message.type === 'hello') {
      failures = 0;
      clearTimeout(notice);
      notice = undefined;
      lost.value = false;
      helloCursor = at;
      if (cursor !== null) return;
      // Lists may have been read before this connection stood: read what came between.
      cursor = at;
      reset();
    } else if (message.type === 'reset') {
      cursor = at ?? helloCursor;
      reset();
    } else if (message.type === 'event' && typeof message.topic === 'string') {
      const payload = (message.payload ?? {}) as Record<string, unknown>;
      const event = { type: 'event' as const, cursor: at ?? '', topic: message.topic, payload };
      for (const listener of events) listener(event);
      if (at !== null) cursor = at;
    }
  };

  const connect = () => {
    clearTimeout(retry);
    const current = open(cursor);
    socket = current;
    expectAnswer(current);
    current.onmessage = (event) => {
      if (socket !== current) return;
      askLater(current);
      receive(event.data);
    };
    current.onclose = ({ code }) => {
      if (socket !== current) return;
      if (code === SESSION_OVER) void ended();
      else dropped();
    };
  };

  const dropped = () => {
    socket = null;
    clearTimeout(ping);
    failures += 1;
    notice ??= setTimeout(() => {
      lost.value = true;
    }, LOST_AFTER_MS);
    if (failures % 3 === 2) onRefused?.();
    retry = setTimeout(connect, backoffMs(failures, random()));
  };

  /** Whoever is logged out is not let in by asking again: only a new log-in leads back. */
  const ended = async () => {
    socket = null;
    clearTimeout(ping);
    if ((await onEnded?.()) && wanted && socket === null) dropped();
  };

  const close = () => {
    clearTimeout(retry);
    clearTimeout(ping);
    const current = socket;
    socket = null;
    current?.close();
  };

  return {
    lost,
    onEvent(listener) {
      events.add(listener);
      return () => events.delete(listener);
    },
    onReset(listener) {
      resets.add(listener);
      return () => resets.delete(listener);
    },
    start() {
      if (wanted) return;
      wanted = true;
      connect();
    },
    retryNow() {
      if (!wanted) return;
      close();
      connect();
    },
    stop() {
      wanted = false;
      close();
      clearTimeout(notice);
      notice = undefined;
      lost.value = false;
      cursor = null;
      failures = 0;
    },
  };
}
