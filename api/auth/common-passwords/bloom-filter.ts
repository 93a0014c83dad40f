import { createHash } from 'node:crypto';

/** A set of texts in few bits: never misses one that is in it, and seldom takes another for one. */
export interface BloomFilter {
  bits: Uint8Array;
  /** How many bits stand for a text. */
  hashes: number;
}

/** 23 bits and 16 hashes a text: one of about 63,000 others is taken for one of the set. */
const BITS_PER_TEXT = 23;
const HASHES = 16;

/** The filter of some texts. */
export function makeBloomFilter(texts: ReadonlySet<string>): BloomFilter {
  const bits = new Uint8Array(Math.ceil((texts.size * BITS_PER_TEXT) / 8));
  const filter = { bits, hashes: HASHES };
  for (const text of texts) {
    for (const place of placesOf(text, filter)) {
      bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
    }
  }
  return filter;
}

/** Whether a text is in the set, or is taken for one that is. */
export function mayContain(filter: BloomFilter, text: string): boolean {
  return placesOf(text, filter).every(
    (place) => ((filter.bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0,
  );
}

/** Double hashing (Kirsch and Mitzenmacher) of SHA-256's first 12 bytes. */
function placesOf(text: string, { bits, hashes }: BloomFilter): number[] {
  const digest = createHash('sha256').update(text).digest();
  const first = digest.readUIntBE(0, 6);
  const step = digest.readUIntBE(6, 6);
  const size = bits.length * 8;
  return Array.from({ length: hashes }, (_, index) => (first + index * (step % size)) % size);
}
