import { type ReadonlySignal, signal } from '@preact/signals';
import type { Page } from './wire.ts';

export type LoadStatus = 'loading' | 'ready' | 'error';

/** A list that comes in pages. `error` belongs to the first page, `moreError` to a later one. */
export interface Pager<T> {
  items: ReadonlySignal<T[]>;
  status: ReadonlySignal<LoadStatus>;
  error: ReadonlySignal<unknown>;
  hasMore: ReadonlySignal<boolean>;
  loadingMore: ReadonlySignal<boolean>;
  moreError: ReadonlySignal<unknown>;
  /** From the start; what is on screen gives way to a skeleton. */
  load(): Promise<void>;
  /** Reads the first page again behind what is on screen; failures are ignored. */
  refresh(): Promise<void>;
  more(): Promise<void>;
  /** Another list in the place of this one, which stays on screen until then; failures show. */
  replace(): Promise<void>;
  change(update: (items: T[]) => T[]): void;
  /** Stops what is under way. */
  stop(): void;
}

export type FetchPage<T> = (cursor: string | null, abort: AbortSignal) => Promise<Page<T>>;

/** Puts a newer first page in front of what was loaded below it. */
export function joinFresh<T>(fresh: T[], old: T[], keyOf: (item: T) => string): T[] | null {
  const last = fresh.at(-1);
  if (last === undefined) return null;
  const lastKey = keyOf(last);
  const index = old.findIndex((item) => keyOf(item) === lastKey);
  if (index < 0) return null;
  const known = new Set(fresh.map(keyOf));
  return [...fresh, ...old.slice(index + 1).filter((item) => !known.has(keyOf(item)))];
}

/** An answer that was overtaken by a later load() is thrown away. */
export function createPager<T>(fetchPage: FetchPage<T>, keyOf: (item: T) => string): Pager<T> {
  const items = signal<T[]>([]);
  const status = signal<LoadStatus>('loading');
  const error = signal<unknown>(null);
  const cursor = signal<string | null>(null);
  const hasMore = signal(false);
  const loadingMore = signal(false);
  const moreError = signal<unknown>(null);
  let running = new AbortController();

  const restart = (): AbortSignal => {
    running.abort();
    running = new AbortController();
    loadingMore.value = false;
    return running.signal;
  };
  const place = (list: T[], next: string | null) => {
    items.value = list;
    cursor.value = next;
    hasMore.value = next !== null;
  };

  const read = async () => {
    const abort = restart();
    error.value = null;
    moreError.value = null;
    try {
      const page = await fetchPage(null, abort);
      if (abort.aborted) return;
      place(page.items, page.next_cursor);
      status.value = 'ready';
    } catch (thrown) {
      if (abort.aborted) return;
      error.value = thrown;
      status.value = 'error';
    }
  };

  const load = () => {
    status.value = 'loading';
    return read();
  };
  const refresh = async () => {
    if (status.peek() !== 'ready') return load();
    const abort = restart();
    try {
      const page = await fetchPage(null, abort);
      if (abort.aborted) return;
      const joined = page.next_cursor === null ? null : joinFresh(page.items, items.value, keyOf);
      if (joined) items.value = joined;
      else place(page.items, page.next_cursor);
    } catch {
      // The list on screen stays; the next event or visit reads it again.
    }
  };

  const more = async () => {
    if (!hasMore.value || loadingMore.value || status.value !== 'ready') return;
    const abort = running.signal;
    loadingMore.value = true;
    moreError.value = null;
    try {
      const page = await fetchPage(cursor.value, abort);
      if (abort.aborted) return;
      const known = new Set(items.value.map(keyOf));
      const added = page.items.filter((item) => !known.has(keyOf(item)));
      place([...items.value, ...added], page.next_cursor);
    } catch (thrown) {
      if (!abort.aborted) moreError.value = thrown;
    } finally {
      if (!abort.aborted) loadingMore.value = false;
    }
  };

  const change = (update: (list: T[]) => T[]) => {
    items.value = update(items.value);
  };
  const stop = () => running.abort();
  return {
    items,
    status,
    error,
    hasMore,
    loadingMore,
    moreError,
    load,
    replace: () => (status.peek() === 'ready' ? read() : load()),
    refresh,
    more,
    change,
    stop,
  };
}
