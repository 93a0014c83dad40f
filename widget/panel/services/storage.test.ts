import { expect, test } from 'vitest';
import { createStorage } from './storage.ts';

const area = () => {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
};
const saved = { visitorId: 'v', session: { id: 's', token: 't' }, cursor: 4 };

test('what is written is there for another page of the same site key', () => {
  const shared = area();
  createStorage('pk_a', () => shared).write(saved);
  expect(createStorage('pk_a', () => shared).read()).toEqual(saved);
  expect(createStorage('pk_b', () => shared).read()).toEqual({ cursor: 0 });
});

test('where storage is blocked it lives as long as the page', () => {
  const storage = createStorage('pk_a', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(storage.read()).toEqual({ cursor: 0 });
  storage.write(saved);
  expect(storage.read()).toEqual(saved);
});

test('a full storage loses nothing on this page', () => {
  const full = {
    ...area(),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const storage = createStorage('pk_a', () => full);
  storage.write(saved);
  expect(storage.read()).toEqual(saved);
});

test('what somebody else wrote there is not an obstacle', () => {
  const odd = area();
  odd.items.set('tradesphere:pk_a', '{broken');
  expect(createStorage('pk_a', () => odd).read()).toEqual({ cursor: 0 });
});
