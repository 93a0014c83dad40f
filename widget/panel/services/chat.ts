import type { Emit } from '../store/apply-event.ts';
import { applyEvent } from '../store/apply-event.ts';
import { localeOf } from '../store/locale.ts';
import { createSequence } from '../store/sequence.ts';
import { batch } from '../store/signals.ts';
import type { Store } from '../store/store.ts';
import { createEntry, findEntry, settle } from '../store/store.ts';
import type { Api, MessagePage } from './api.ts';
import { createConnection } from './connection.ts';
import { isSessionLost, Problem } from './problem.ts';
import { readEvent } from './read-event.ts';
import type { Details } from './save-details.ts';
import { saveDetails } from './save-details.ts';
import { createSender, noticeOf } from './send-message.ts';
import { createSession } from './session.ts';
import type { Frame } from './sse.ts';
import type { Storage } from './storage.ts';
import type { Message } from './wire.ts';

/** How long a closed panel goes on listening, for the unread badge. */
const LISTEN_CLOSED_MS = 5 * 60_000;

export interface ChatDeps {
  api: Api;
  store: Store;
  storage: Storage;
  emit: Emit;
}

export type Chat = ReturnType<typeof createChat>;

/** The visitor's side of a chat: loads, listens, sends. Everything drawn goes through the store. */
export function createChat({ api, store, storage, emit }: ChatDeps) {
  const gone = new AbortController();
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let loading: Promise<void> | null = null;

  const session = createSession({
    api,
    storage,
    locale: () => localeOf(store),
    onChange: (cursor) => {
      connection.stop();
      sequence.restart(cursor);
    },
  });
  const sequence = createSequence((event) =>
    batch(() => {
      sender.noticeArrival(event);
      applyEvent(store, event, emit);
    }),
  );
  const take = (frame: Frame, fromSession: boolean) => {
    const event = readEvent(frame);
    if (!event) return;
    sequence.offer(event, fromSession);
    // A reload draws the answer under way from its beginning, so that is where it has to replay from.
    if (!store.turn.peek()) session.saveCursor(sequence.last(), store.known.peek());
  };
  const sender = createSender({
    api,
    store,
    session,
    emit,
    stop: gone.signal,
    onFrame: (frame) => take(frame, false),
    onAccepted: () => connection.start(),
  });
  const connection = createConnection({
    open: (signal) => {
      const own = session.current();
      return own ? api.events(own, sequence.last(), signal) : Promise.reject(new Problem(410));
    },
    onFrame: (frame) => take(frame, true),
    onState: (state) => {
      store.offline.value = state === 'lost';
    },
    onRefused: (problem) => {
      if (isSessionLost(problem)) session.forget();
    },
  });

  /** Messages are listed from the first; all pages are read, so that the end is there. */
  async function loadHistory(): Promise<void> {
    const own = session.resume();
    if (!own) return;
    store.known.value = storage.read().known ?? [];
    const items: Message[] = [];
    let cursor: string | null = '';
    do {
      const page: MessagePage = await api.messages(own, cursor);
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor);
    const earlier = items.map((message) => {
      const entry = findEntry(store, message.id) ?? createEntry(message.id, message.role, '');
      settle(entry, message);
      return entry;
    });
    const known = new Set(items.map(({ id }) => id));
    store.entries.value = earlier.concat(store.entries.peek().filter(({ id }) => !known.has(id)));
    if (items.some(({ role }) => role === 'staff')) store.person.value = 'here';
    if (store.open.peek()) connection.start();
  }

  async function loadAll(): Promise<void> {
    const history = loadHistory().catch((error) => {
      if (!isSessionLost(error)) throw error;
      session.forget();
    });
    history.catch(() => {}); // looked at below, after the look of the site
    try {
      store.notice.value = null;
      store.config.value = await api.config();
      await history;
    } catch (error) {
      const notice = noticeOf(error);
      store.notice.value = notice.kind === 'failed' ? { kind: 'load' } : notice;
      loading = null;
      if (notice.kind === 'blocked') console.error(`TradeSphere: ${(error as Problem).message}`);
    }
  }
  const load = () => {
    loading ??= loadAll();
    return loading;
  };

  return {
    load,
    send: sender.send,
    setOpen(open: boolean): void {
      store.open.value = open;
      clearTimeout(sleep);
      if (!open) {
        sleep = setTimeout(connection.stop, LISTEN_CLOSED_MS);
        return;
      }
      store.unread.value = 0;
      void load();
      if (session.current()) connection.start();
    },
    /** What the notice above the composer offers. */
    async retry(): Promise<void> {
      const notice = store.notice.peek();
      if (notice?.kind === 'load') return load();
      if (notice?.messageId) return sender.answerAgain(notice.messageId);
      return sender.send();
    },
    askForDetails(): void {
      store.form.value = { state: 'open', errors: {}, wanted: true };
    },
    async saveDetails(details: Details): Promise<void> {
      await saveDetails({ api, store, session, emit }, details);
      if (session.current()) connection.start();
    },
    async askForPerson(): Promise<void> {
      store.person.value = 'asked';
      try {
        await session.use((own) => api.requestHuman(own));
        connection.start();
      } catch (error) {
        store.person.value = 'none';
        store.notice.value = noticeOf(error);
      }
    },
    destroy(): void {
      clearTimeout(sleep);
      gone.abort();
      connection.stop();
    },
  };
}
