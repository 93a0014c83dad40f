import { type Signal, signal } from '@preact/signals';
import { type Api, withQuery } from '../../lib/api.ts';
import type { Feed } from '../../lib/feed.ts';
import { createPager, type Pager } from '../../lib/pager.ts';
import type { Customer, Page } from '../../lib/wire.ts';

export const PAGE_SIZE = 50;
export const SEARCH_MAX = 200; // characters the API takes
export const SEARCH_PAUSE_MS = 120; // between two keys of somebody who types quickly
const REREAD_MS = 1_000; // a chat touches its customer several times in a turn

export interface Customers {
  search: Signal<string>;
  /** The one stage that is shown; empty for all. */
  stage: Signal<string>;
  pager: Pager<Customer>;
  selected: Signal<ReadonlySet<string>>;
  /** Searches once typing pauses; an answer to an older text is never shown. */
  setSearch(text: string): void;
  showStage(stage: string): void;
  toggle(id: string): void;
  selectOnly(ids: string[]): void;
  /** Deletes and returns what brings them back. */
  remove(ids: string[]): Promise<() => Promise<void>>;
  setStage(ids: string[], stage: string): Promise<void>;
  start(): () => void;
}

/** The list of customers with its search and its selection. */
export function createCustomers(api: Api, feed: Feed): Customers {
  const search = signal('');
  const stage = signal('');
  const selected = signal<ReadonlySet<string>>(new Set());
  let typing: ReturnType<typeof setTimeout> | undefined;
  let rereading: ReturnType<typeof setTimeout> | undefined;
  const pager = createPager<Customer>(
    (cursor, abort) => {
      const query = { search: search.peek().trim(), stage: stage.peek(), limit: PAGE_SIZE, cursor };
      return api.get<Page<Customer>>(withQuery('/api/customers', query), abort);
    },
    (customer) => customer.id,
  );

  const selectOnly = (ids: string[]) => {
    selected.value = new Set(ids);
  };
  const setSearch = (typed: string) => {
    const text = typed.slice(0, SEARCH_MAX);
    const same = text.trim() === search.peek().trim();
    search.value = text;
    clearTimeout(typing);
    if (same) return;
    selectOnly([]); // what is no longer on screen must not be deleted with it
    // The old rows stay while the new ones come: a skeleton at each key would flicker.
    typing = setTimeout(() => void pager.replace(), SEARCH_PAUSE_MS);
  };

  const showStage = (wanted: string) => {
    if (wanted === stage.peek()) return;
    stage.value = wanted;
    selectOnly([]);
    void pager.replace();
  };

  const toggle = (id: string) => {
    const next = new Set(selected.peek());
    if (!next.delete(id)) next.add(id);
    selected.value = next;
  };

  const remove = async (ids: string[]) => {
    for (const id of ids) {
      await api.delete(`/api/customers/${id}`);
      pager.change((rows) => rows.filter((row) => row.id !== id));
    }
    selectOnly([]);
    return async () => {
      for (const id of ids) await api.post(`/api/customers/${id}/restore`);
      await pager.replace();
    };
  };

  const setStage = async (ids: string[], to: string) => {
    for (const id of ids) {
      await api.patch(`/api/customers/${id}`, { stage: to });
      pager.change((rows) => rows.map((row) => (row.id === id ? { ...row, stage: to } : row)));
    }
    selectOnly([]);
  };

  const start = () => {
    const offEvent = feed.onEvent((event) => {
      if (!event.topic.startsWith('customer.')) return;
      rereading ??= setTimeout(() => {
        rereading = undefined;
        void pager.refresh();
      }, REREAD_MS);
    });
    const offReset = feed.onReset(() => void pager.refresh());
    void pager.refresh();
    return () => {
      offEvent();
      offReset();
      clearTimeout(typing);
      clearTimeout(rereading);
      rereading = undefined;
    };
  };
  return {
    search,
    stage,
    pager,
    selected,
    setSearch,
    showStage,
    toggle,
    selectOnly,
    remove,
    setStage,
    start,
  };
}
