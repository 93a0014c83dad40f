import type { DetailField } from './wire.ts';

/** What is kept in the visitor's browser, per site key. */
export interface Saved {
  visitorId?: string;
  session?: { id: string; token: string };
  /** Last event applied while no answer was under way; a reload replays from there. */
  cursor: number;
  /** Contact fields given up to there. */
  known?: DetailField[];
}

export interface Storage {
  read(): Saved;
  write(saved: Saved): void;
}

/** Tabs of one browser share what is saved; where storage is blocked it lives as long as the page. */
export function createStorage(
  key: string,
  area: () => Pick<globalThis.Storage, 'getItem' | 'setItem'> = () => localStorage,
): Storage {
  const name = `tradesphere:${key}`;
  let memory: Saved = { cursor: 0 };
  return {
    read() {
      try {
        const text = area().getItem(name);
        if (text) memory = { cursor: 0, ...JSON.parse(text) };
      } catch {}
      return memory;
    },
    write(saved) {
      memory = saved;
      try {
        area().setItem(name, JSON.stringify(saved));
      } catch {}
    },
  };
}
