import { type ReadonlySignal, signal } from '@preact/signals';
import { type Api, withQuery } from '../../lib/api.ts';
import type { Feed } from '../../lib/feed.ts';
import type { LoadStatus } from '../../lib/pager.ts';
import type { ConversationDetail, Message, Page } from '../../lib/wire.ts';
import { conversationOf, messageOfEvent } from './rows.ts';

const PAGE_SIZE = 100;
const REREAD_MS = 250; // one reading for the several events of a turn

export interface Thread {
  detail: ReadonlySignal<ConversationDetail | null>;
  messages: ReadonlySignal<Message[]>;
  status: ReadonlySignal<LoadStatus>;
  error: ReadonlySignal<unknown>;
  load(): Promise<void>;
  /** Loads and follows; returns what ends both. */
  start(): () => void;
}

/** Messages by id, oldest first; a fuller copy replaces a barer one. */
export function joinMessages(known: Message[], added: Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of added) {
    const before = byId.get(message.id);
    byId.set(message.id, before?.quotes && !message.quotes ? before : message);
  }
  const moment = (message: Message) => Date.parse(message.created_at);
  return [...byId.values()].sort((a, b) => moment(a) - moment(b));
}

/** One conversation with all of its messages, kept live by the feed. */
export function createThread(api: Api, feed: Feed, id: string): Thread {
  const detail = signal<ConversationDetail | null>(null);
  const messages = signal<Message[]>([]);
  const status = signal<LoadStatus>('loading');
  const error = signal<unknown>(null);
  const stopped = new AbortController();
  /** Where the last page began: what is new stands there or after. */
  let tail: string | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const readMessages = async () => {
    let cursor = tail;
    for (;;) {
      const path = withQuery(`/api/conversations/${id}/messages`, { limit: PAGE_SIZE, cursor });
      const page = await api.get<Page<Message>>(path, stopped.signal);
      messages.value = joinMessages(messages.value, page.items);
      if (page.next_cursor === null) return;
      cursor = page.next_cursor;
      tail = cursor;
    }
  };
  const readDetail = async () => {
    detail.value = await api.get<ConversationDetail>(`/api/conversations/${id}`, stopped.signal);
  };

  const load = async () => {
    status.value = 'loading';
    try {
      await Promise.all([readDetail(), readMessages()]);
      status.value = 'ready';
    } catch (thrown) {
      if (stopped.signal.aborted) return;
      error.value = thrown;
      status.value = 'error';
    }
  };
  const reread = async () => {
    waiting = undefined;
    if (status.peek() !== 'ready') return load();
    // What is on screen stays when this fails; the next event reads again.
    await Promise.allSettled([readDetail(), readMessages()]);
  };

  const start = () => {
    const offEvent = feed.onEvent((event) => {
      if (conversationOf(event) !== id) return;
      const message = messageOfEvent(event);
      if (message) messages.value = joinMessages(messages.value, [message]);
      waiting ??= setTimeout(() => void reread(), REREAD_MS);
    });
    const offReset = feed.onReset(() => void reread());
    void load();
    return () => {
      offEvent();
      offReset();
      clearTimeout(waiting);
      stopped.abort();
    };
  };
  return { detail, messages, status, error, load, start };
}
