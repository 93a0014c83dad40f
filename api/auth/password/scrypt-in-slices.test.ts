import { scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scryptInSlices } from './scrypt-in-slices.ts';

const noPause = async () => {};

/** RFC 7914, section 12. */
test.each([
  [
    '',
    '',
    { N: 16, r: 1, p: 1 },
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442',
  ],
  [
    'password',
    'NaCl',
    { N: 1024, r: 8, p: 16 },
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162',
  ],
  [
    'pleaseletmein',
    'SodiumChloride',
    { N: 16384, r: 8, p: 1 },
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
  ],
])('derives the vector of the RFC for %j', async (password, salt, cost, expected) => {
  const key = await scryptInSlices(password, Buffer.from(salt), cost, 32, noPause);
  expect(key.toString('hex')).toBe(expected);
});

test('derives the same key as node:crypto for any password, salt and cost', async () => {
  const costs = fc.record({
    N: fc.constantFrom(2, 16, 256),
    r: fc.integer({ min: 1, max: 9 }),
    p: fc.integer({ min: 1, max: 5 }),
  });
  const salts = fc.uint8Array({ maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      salts,
      costs,
      async (password, salt, cost) => {
        const key = await scryptInSlices(password, salt, cost, 32, noPause);
        expect(key).toEqual(scryptSync(password, salt, 32, cost));
      },
    ),
  );
});

test('pauses often enough that no slice is longer than 512 mixes', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  await scryptInSlices('x', Buffer.alloc(16), { N: 16384, r: 1, p: 5 }, 32, pause);
  expect(pauses).toBeGreaterThanOrEqual((2 * 16384 * 5) / 512 - 5);
});
