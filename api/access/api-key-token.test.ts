import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiKeyHash, makeApiKey } from './api-key-token.ts';
import { sha256Hex } from './secrets.ts';

test('a key is sk_, 40 random characters and their CRC-32', () => {
  const key = makeApiKey();
  const secret = key.slice(3, 43);
  expect(key).toMatch(/^sk_[a-z2-7]{40}[0-9a-f]{8}$/);
  expect(key.slice(43)).toBe(crc32(secret).toString(16).padStart(8, '0'));
  expect(makeApiKey()).not.toBe(key);
});

test('a key is looked up by the hash of the whole of it', () => {
  const key = makeApiKey();
  expect(apiKeyHash(key)).toBe(sha256Hex(key));
});

test('any single wrong character is noticed without a query', () => {
  const key = makeApiKey();
  const characters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_');
  const positions = fc.integer({ min: 0, max: key.length - 1 });
  fc.assert(
    fc.property(positions, characters, (at, character) => {
      const typed = key.slice(0, at) + character + key.slice(at + 1);
      expect(apiKeyHash(typed)).toBe(typed === key ? sha256Hex(key) : null);
    }),
  );
});

test.each(['', 'sk_', 'pk_demo_rivera', 'sk_live_123', `${makeApiKey()}0`, ` ${makeApiKey()}`])(
  'is no key: %j',
  (text) => {
    expect(apiKeyHash(text)).toBeNull();
  },
);
