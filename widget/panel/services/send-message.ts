import type { Emit } from '../store/apply-event.ts';
import type { Entry, Notice, Store } from '../store/store.ts';
import { addEntry, createEntry, findEntry, removeEntry } from '../store/store.ts';
import type { Api } from './api.ts';
import { newMessageId } from './ids.ts';
import { Problem } from './problem.ts';
import type { Session } from './session.ts';
import type { Frame } from './sse.ts';
import { readFrames } from './sse.ts';
import type { ChatEvent } from './wire.ts';

const SLOW_DEFAULT_S = 30;

export interface SenderDeps {
  api: Api;
  store: Store;
  session: Session;
  emit: Emit;
  onFrame(frame: Frame): void;
  /** The message is with the server: from here on the session's event stream tells the rest. */
  onAccepted(): void;
  stop: AbortSignal;
}

export function noticeOf(error: unknown): Notice {
  const problem = error instanceof Problem ? error : new Problem(0);
  if (problem.status === 429)
    return { kind: 'slow', seconds: problem.retryAfter || SLOW_DEFAULT_S };
  if (/^(origin_not_allowed|widget_key_invalid)$/.test(problem.code)) return { kind: 'blocked' };
  return { kind: 'failed' };
}

/** Sends messages; what could not be sent goes back into the composer, its id kept for the retry. */
export function createSender({ api, store, session, emit, onFrame, onAccepted, stop }: SenderDeps) {
  /** Not known to have arrived: the same text again is the same message. */
  let unsent: Entry | null = null;

  function takeBack(entry: Entry, error: unknown): void {
    const text = entry.text.whole();
    const draft = store.draft.peek();
    removeEntry(store, entry.id);
    unsent = entry;
    store.draft.value = draft.trim() ? `${text}\n${draft}` : text;
    store.notice.value = noticeOf(error);
  }

  async function post(entry: Entry, isNew?: boolean): Promise<void> {
    const text = entry.text.whole();
    const response = await session.use((own) => api.send(own, { id: entry.id, text }, stop));
    unsent = null;
    onAccepted();
    if (isNew) emit('message', { id: entry.id, role: 'visitor' });
    // A cut here loses nothing: the turn goes on, and the session's stream brings what is missing.
    if (response.body) await readFrames(response.body, onFrame).catch(() => {});
  }

  return {
    async send(): Promise<void> {
      const text = store.draft.peek().trim();
      if (!text) return;
      const again = unsent?.text.whole() === text ? unsent : null;
      const entry = again ?? createEntry(newMessageId(), 'visitor', new Date().toISOString(), text);
      unsent = null;
      store.draft.value = '';
      store.notice.value = null;
      if (!findEntry(store, entry.id)) addEntry(store, entry);
      try {
        await post(entry, true);
      } catch (error) {
        // Where only the response was lost, the session's stream has told of the message already.
        if (!stop.aborted && !entry.done.peek()) takeBack(entry, error);
      }
    },
    /** Asks for the answer again that was interrupted: the same message, not a second one. */
    async answerAgain(messageId: string): Promise<void> {
      const entry = findEntry(store, messageId);
      if (!entry) return;
      store.notice.value = null;
      try {
        await post(entry);
      } catch (error) {
        const notice = noticeOf(error);
        if (notice.kind === 'failed') notice.kind = 'interrupted';
        store.notice.value = { ...notice, messageId };
      }
    },
    /** A message that was taken back had arrived after all: the composer lets go of it. */
    noticeArrival(event: ChatEvent): void {
      if (event.name !== 'message' || event.data.message.id !== unsent?.id) return;
      if (store.draft.peek() === unsent.text.whole()) {
        store.draft.value = '';
        store.notice.value = null;
      }
      unsent = null;
    },
  };
}
