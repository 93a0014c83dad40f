import { vi } from 'vitest';

/** What the services take from a page, in Node: where it is, and whether it is online. */
export function stubPage(href = 'https://rivera.example/patios') {
  const events = new EventTarget();
  vi.stubGlobal('location', { href });
  vi.stubGlobal('document', { referrer: 'https://search.example/' });
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  return { online: () => events.dispatchEvent(new Event('online')) };
}

export function memoryArea() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}
