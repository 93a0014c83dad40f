import type { Chat } from './services/chat.ts';
import { localeOf } from './store/locale.ts';
import type { Store } from './store/store.ts';
import type { Words } from './text/strings.ts';
import { wordsOf } from './text/strings.ts';

/** What every component gets: what to draw, and what to do when it is touched. */
export interface App {
  store: Store;
  chat: Chat;
  /** Read like signals: they follow the visitor's language. */
  locale(): string;
  words(): Words;
  close(): void;
}

export function createApp(store: Store, chat: Chat, close: () => void): App {
  const locale = () => localeOf(store);
  return { store, chat, close, locale, words: () => wordsOf(locale()) };
}
