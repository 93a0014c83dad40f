import type { Chat } from './services/chat.ts';
import type { ReadonlySignal } from './store/signals.ts';
import { computed } from './store/signals.ts';
import type { Store } from './store/store.ts';
import type { Words } from './text/strings.ts';
import { wordsOf } from './text/strings.ts';

/** What every component gets: what to draw, and what to do when it is touched. */
export interface App {
  store: Store;
  chat: Chat;
  locale: ReadonlySignal<string>;
  words: ReadonlySignal<Words>;
  close(): void;
}

export function createApp(store: Store, chat: Chat, close: () => void): App {
  const locale = computed(
    () => store.config.value?.site.locale ?? (document.documentElement.lang || 'en'),
  );
  return { store, chat, close, locale, words: computed(() => wordsOf(locale.value)) };
}
