import { vi } from 'vitest';

/** What the services take from a page, in Node: where it is, and whether it is online. */
export function stubPage(
  href = 'https://rivera.example/patios',
  { referrer = 'https://search.example/' } = {},
) {
  const events = new EventTarget();
  let listening = 0;
  vi.stubGlobal('location', { href });
  vi.stubGlobal('document', {
    referrer,
    documentElement: { lang: 'en' },
  });
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    listening++;
    events.addEventListener(name, listener);
  });
  vi.stubGlobal('removeEventListener', (name: string, listener: () => void) => {
    listening--;
    events.removeEventListener(name, listener);
  });
  return {
    online: () => events.dispatchEvent(new Event('online')),
    /** How many listeners the page still has. */
    listening: () => listening,
  };
}

export function memoryArea() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}
