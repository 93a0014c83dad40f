import { pbkdf2Sync } from 'node:crypto';
import { mixBlocks } from './salsa-mix.ts';

/** scrypt's cost: N a power of two, r the block size in 128 bytes, p the number of lanes. */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

const MIXES_PER_SLICE = 512; // about 1.5 ms of the thread at r = 8; a request takes several turns of it

/**
 * scrypt (RFC 7914), the same key as node:crypto's, with a pause between slices of some milliseconds.
 * node:crypto's holds the only thread of a Worker from beginning to end, and libraries that yield look at
 * the clock to know when, which stands still in a deployed Worker while it computes.
 */
export async function scryptInSlices(
  password: string,
  salt: Uint8Array,
  { N, r, p }: ScryptCost,
  keyBytes: number,
  pause: () => Promise<unknown>,
): Promise<Buffer> {
  const blocks = pbkdf2Sync(password, salt, 1, p * r * 128, 'sha256');
  const words = new Int32Array(new Uint8Array(blocks).buffer); // little-endian, as every platform of ours
  const table = new Int32Array(N * r * 32);
  for (let lane = 0; lane < p; lane++) {
    for (const _ of mixLane(words.subarray(lane * r * 32, (lane + 1) * r * 32), table, N, r)) {
      await pause();
    }
  }
  return pbkdf2Sync(password, new Uint8Array(words.buffer), 1, keyBytes, 'sha256');
}

/** scryptROMix (RFC 7914, section 5) of one lane, in place; yields after each slice. */
function* mixLane(lane: Int32Array, table: Int32Array, N: number, r: number): Generator<void> {
  const size = r * 32;
  const state = new Int32Array(16);
  const mixed = new Int32Array(size);
  table.set(lane);
  for (let i = 1; i < N; i++) {
    mixBlocks(table, (i - 1) * size, table, i * size, r, state);
    if (i % MIXES_PER_SLICE === 0) yield;
  }
  mixBlocks(table, (N - 1) * size, lane, 0, r, state);
  for (let i = 0; i < N; i++) {
    const entry = ((lane[size - 16] ?? 0) & (N - 1)) * size;
    for (let word = 0; word < size; word++) {
      mixed[word] = (lane[word] ?? 0) ^ (table[entry + word] ?? 0);
    }
    mixBlocks(mixed, 0, lane, 0, r, state);
    if (i % MIXES_PER_SLICE === 0) yield;
  }
}
