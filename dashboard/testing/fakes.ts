import { signal } from '@preact/signals';
import { vi } from 'vitest';
import { ApiError, createApi } from '../lib/api.ts';
import type { Feed } from '../lib/feed.ts';
import type { FeedEvent } from '../lib/wire.ts';

type Answer = unknown | ((body: unknown) => unknown);

/**
 * An API whose answers stand in a table of "METHOD /path" (a path without its query also counts).
 * An answer may be an ApiError, which is refused with; what has no answer is 404.
 */
export function fakeApi(table: Record<string, Answer>) {
  const calls: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    const call = `${init?.method ?? 'GET'} ${path}`;
    calls.push(call);
    const found = table[call] ?? table[call.replace(/\?.*$/, '')];
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const answer = typeof found === 'function' ? await found(body) : found;
    if (answer instanceof ApiError) {
      const { code, status, message: detail, fields: errors } = answer;
      return Response.json({ code, detail, errors }, { status });
    }
    if (answer === undefined) return Response.json({ code: 'not_found' }, { status: 404 });
    return Response.json(answer);
  };
  return { api: createApi({ fetch: send, onSignedOut: () => {} }), calls, send };
}

/** A feed that says what the test says. */
export function fakeFeed() {
  const events = new Set<(event: FeedEvent) => void>();
  const resets = new Set<() => void>();
  const feed: Feed = {
    lost: signal(false),
    onEvent(listener) {
      events.add(listener);
      return () => events.delete(listener);
    },
    onReset(listener) {
      resets.add(listener);
      return () => resets.delete(listener);
    },
    start: vi.fn(),
    retryNow: vi.fn(),
    stop: vi.fn(),
  };
  let cursor = 0;
  return {
    feed,
    listeners: () => events.size + resets.size,
    say(topic: string, payload: Record<string, unknown>) {
      cursor += 1;
      for (const hear of events) hear({ type: 'event', cursor: `1.${cursor}`, topic, payload });
    },
    reset() {
      for (const hear of resets) hear();
    },
  };
}

export function refusal(
  status: number,
  code: string,
  fields: { path: string; message: string }[] = [],
) {
  return new ApiError(`refused: ${code}`, { status, code, fields });
}
