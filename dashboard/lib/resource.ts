import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { createPager, type FetchPage, type LoadStatus, type Pager } from './pager.ts';

export interface Resource<T> {
  value: Signal<T | null>;
  status: Signal<LoadStatus>;
  error: Signal<unknown>;
  /** Reads again; what is on screen stays until the answer is there. */
  reload(): Promise<void>;
}

/** Loads one thing for as long as `key` stays the same; a new key starts from nothing. */
export function useResource<T>(
  key: string,
  fetchIt: (abort: AbortSignal) => Promise<T>,
): Resource<T> {
  const value = useSignal<T | null>(null);
  const status = useSignal<LoadStatus>('loading');
  const error = useSignal<unknown>(null);
  const running = useRef(new AbortController());
  const latest = useRef(fetchIt);
  latest.current = fetchIt;

  const reload = useCallback(async () => {
    running.current.abort();
    const abort = new AbortController();
    running.current = abort;
    if (value.peek() === null) status.value = 'loading';
    try {
      const answer = await latest.current(abort.signal);
      if (abort.signal.aborted) return;
      value.value = answer;
      status.value = 'ready';
    } catch (thrown) {
      if (abort.signal.aborted) return;
      error.value = thrown;
      if (value.peek() === null) status.value = 'error';
    }
  }, [value, status, error]);

  useEffect(() => {
    value.value = null;
    void reload();
    return () => running.current.abort();
  }, [key]);
  return { value, status, error, reload };
}

/** A pager that loads when shown and starts anew when `key` changes. */
export function usePager<T>(
  key: string,
  fetchPage: FetchPage<T>,
  keyOf: (item: T) => string,
): Pager<T> {
  const pager = useMemo(() => createPager(fetchPage, keyOf), [key]);
  useEffect(() => {
    void pager.load();
    return () => pager.stop();
  }, [pager]);
  return pager;
}
