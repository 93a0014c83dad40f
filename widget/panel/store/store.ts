import type { DetailField, Message, Quote, Role, SiteConfig } from '../services/wire.ts';
import type { Signal } from './signals.ts';
import { signal } from './signals.ts';
import type { StreamText } from './stream-text.ts';
import { createStreamText } from './stream-text.ts';

/** One message as it is drawn. */
export interface Entry {
  id: string;
  role: Role;
  author: string;
  /** ISO time. */
  at: string;
  text: StreamText;
  quotes: Signal<Quote[]>;
  done: Signal<boolean>;
}

/** What stands above the composer when something did not work. */
export interface Notice {
  kind: 'failed' | 'slow' | 'interrupted' | 'load' | 'blocked';
  /** Seconds until it is worth another try; only with `slow`. */
  seconds?: number;
  /** The message that was not answered; only with `interrupted`. */
  messageId?: string;
}

export interface DetailsForm {
  state: 'open' | 'saving';
  /** The visitor asked for it, so it may take the focus. */
  wanted?: boolean;
  /** Messages beside the fields; `form` for all of it. */
  errors: Partial<Record<DetailField | 'form', 'missing' | 'email' | 'phone' | 'failed'>>;
}

export type Store = ReturnType<typeof createStore>;

/** All that is drawn, as signals. Services write it, components read it. */
export function createStore() {
  return {
    config: signal<SiteConfig | null>(null),
    entries: signal<Entry[]>([]),
    /** Id of the assistant message under way, or null. */
    turn: signal<string | null>(null),
    draft: signal(''),
    notice: signal<Notice | null>(null),
    form: signal<DetailsForm | null>(null),
    /** Contact fields that the company has heard so far. */
    known: signal<DetailField[]>([]),
    person: signal<'none' | 'asked' | 'here'>('none'),
    offline: signal(false),
    open: signal(false),
    unread: signal(0),
    /** The last finished answer, for screen readers. */
    announced: signal(''),
  };
}

export function createEntry(id: string, role: Role, at: string, text = ''): Entry {
  return {
    id,
    role,
    author: '',
    at,
    text: createStreamText(text),
    quotes: signal<Quote[]>([]),
    done: signal(false),
  };
}

export const findEntry = (store: Store, id: string) =>
  store.entries.peek().find((entry) => entry.id === id);

export const addEntry = (store: Store, entry: Entry): Entry => {
  store.entries.value = store.entries.peek().concat(entry);
  return entry;
};

export const removeEntry = (store: Store, id: string): void => {
  store.entries.value = store.entries.peek().filter((entry) => entry.id !== id);
};

/** Gives an entry its whole message; what a quote event brought already is kept. */
export function settle(entry: Entry, message: Message): void {
  entry.text.set(message.text);
  entry.at = message.created_at;
  entry.author = message.author_name ?? '';
  if (message.quotes?.length) entry.quotes.value = message.quotes;
  entry.done.value = true;
}
