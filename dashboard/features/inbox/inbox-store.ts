import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Api, ApiError, withQuery } from '../../lib/api.ts';
import type { Feed } from '../../lib/feed.ts';
import { createPager, type Pager } from '../../lib/pager.ts';
import type { Conversation, ConversationDetail, Page } from '../../lib/wire.ts';
import {
  belongs,
  conversationOf,
  type InboxFilter,
  messageOfEvent,
  placeRow,
  withMessage,
} from './rows.ts';

const PAGE_SIZE = 30;
const REREAD_MS = 250; // a turn brings several events; the row is read once for all of them

export interface Inbox {
  filter: Signal<InboxFilter>;
  pager: Pager<Conversation>;
  /** Conversations with something that was not looked at since it came. */
  unseen: Signal<ReadonlySet<string>>;
  setFilter(filter: InboxFilter): void;
  /** The filter as the address names it; nothing for all. */
  shown: ReadonlySignal<string>;
  setFilterNamed(name: string): void;
  /** Marks the one on screen as seen; null when none is. */
  look(id: string | null): void;
  start(): () => void;
}

/** The list of conversations, kept live by the feed. */
export function createInbox(api: Api, feed: Feed): Inbox {
  const filter = signal<InboxFilter>('all');
  const unseen = signal<ReadonlySet<string>>(new Set());
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let looked: string | null = null;
  const pager = createPager<Conversation>(
    (cursor, abort) => {
      const query = { limit: PAGE_SIZE, cursor, filter: filter.peek() };
      return api.get<Page<Conversation>>(withQuery('/api/conversations', query), abort);
    },
    (row) => row.id,
  );

  const place = (row: Conversation) =>
    pager.change((rows) =>
      placeRow(rows, row, {
        belongs: belongs(filter.peek(), row),
        hasMore: pager.hasMore.peek(),
      }),
    );

  const reread = async (id: string) => {
    waiting.delete(id);
    try {
      place(await api.get<ConversationDetail>(`/api/conversations/${id}`));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) {
        pager.change((rows) => rows.filter((row) => row.id !== id));
      }
    }
  };

  const mark = (id: string, seen: boolean) => {
    if (unseen.peek().has(id) !== seen) return;
    const next = new Set(unseen.peek());
    if (seen) next.delete(id);
    else next.add(id);
    unseen.value = next;
  };

  const setFilter = (next: InboxFilter) => {
    filter.value = next;
    void pager.load();
  };

  const start = () => {
    const offEvent = feed.onEvent((event) => {
      const id = conversationOf(event);
      if (id === null) return;
      const message = messageOfEvent(event);
      const known = pager.items.peek().find((row) => row.id === id);
      if (message && known) place(withMessage(known, message));
      if (message?.role === 'visitor' && id !== looked) mark(id, false);
      if (!waiting.has(id))
        waiting.set(
          id,
          setTimeout(() => void reread(id), REREAD_MS),
        );
    });
    const offReset = feed.onReset(() => void pager.refresh());
    void pager.refresh();
    return () => {
      offEvent();
      offReset();
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    };
  };

  return {
    filter,
    pager,
    unseen,
    start,
    setFilter,
    shown: computed(() => (filter.value === 'all' ? '' : filter.value)),
    setFilterNamed: (name) => setFilter(name === 'human' || name === 'unlinked' ? name : 'all'),
    look(id) {
      looked = id;
      if (id !== null) mark(id, true);
    },
  };
}
