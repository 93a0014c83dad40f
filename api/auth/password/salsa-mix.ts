/**
 * scryptBlockMix of RFC 7914 (section 4) on 32-bit words: mixes the 2r blocks that begin at `fromAt` into
 * those at `toAt`, which must not overlap them. `state` is 16 words of working memory.
 */
export function mixBlocks(
  from: Int32Array,
  fromAt: number,
  to: Int32Array,
  toAt: number,
  r: number,
  state: Int32Array,
): void {
  const last = fromAt + (2 * r - 1) * BLOCK_WORDS;
  for (let word = 0; word < BLOCK_WORDS; word++) state[word] = at(from, last + word);
  for (let block = 0; block < 2 * r; block++) {
    const start = fromAt + block * BLOCK_WORDS;
    for (let word = 0; word < BLOCK_WORDS; word++) {
      state[word] = at(state, word) ^ at(from, start + word);
    }
    salsa208(state);
    const half = block % 2 === 0 ? 0 : r;
    const end = toAt + (half + (block >> 1)) * BLOCK_WORDS;
    for (let word = 0; word < BLOCK_WORDS; word++) to[end + word] = at(state, word);
  }
}

const BLOCK_WORDS = 16;

/** An index within bounds: the type of an element would include undefined. */
const at = (words: Int32Array, index: number): number => words[index] as number;

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** The Salsa20/8 core (RFC 7914, section 3), in place. Local variables, because arrays take twice as long. */
function salsa208(x: Int32Array): void {
  let x0 = at(x, 0);
  let x1 = at(x, 1);
  let x2 = at(x, 2);
  let x3 = at(x, 3);
  let x4 = at(x, 4);
  let x5 = at(x, 5);
  let x6 = at(x, 6);
  let x7 = at(x, 7);
  let x8 = at(x, 8);
  let x9 = at(x, 9);
  let x10 = at(x, 10);
  let x11 = at(x, 11);
  let x12 = at(x, 12);
  let x13 = at(x, 13);
  let x14 = at(x, 14);
  let x15 = at(x, 15);
  for (let round = 0; round < 4; round++) {
    x4 ^= rotate((x0 + x12) | 0, 7);
    x8 ^= rotate((x4 + x0) | 0, 9);
    x12 ^= rotate((x8 + x4) | 0, 13);
    x0 ^= rotate((x12 + x8) | 0, 18);
    x9 ^= rotate((x5 + x1) | 0, 7);
    x13 ^= rotate((x9 + x5) | 0, 9);
    x1 ^= rotate((x13 + x9) | 0, 13);
    x5 ^= rotate((x1 + x13) | 0, 18);
    x14 ^= rotate((x10 + x6) | 0, 7);
    x2 ^= rotate((x14 + x10) | 0, 9);
    x6 ^= rotate((x2 + x14) | 0, 13);
    x10 ^= rotate((x6 + x2) | 0, 18);
    x3 ^= rotate((x15 + x11) | 0, 7);
    x7 ^= rotate((x3 + x15) | 0, 9);
    x11 ^= rotate((x7 + x3) | 0, 13);
    x15 ^= rotate((x11 + x7) | 0, 18);
    x1 ^= rotate((x0 + x3) | 0, 7);
    x2 ^= rotate((x1 + x0) | 0, 9);
    x3 ^= rotate((x2 + x1) | 0, 13);
    x0 ^= rotate((x3 + x2) | 0, 18);
    x6 ^= rotate((x5 + x4) | 0, 7);
    x7 ^= rotate((x6 + x5) | 0, 9);
    x4 ^= rotate((x7 + x6) | 0, 13);
    x5 ^= rotate((x4 + x7) | 0, 18);
    x11 ^= rotate((x10 + x9) | 0, 7);
    x8 ^= rotate((x11 + x10) | 0, 9);
    x9 ^= rotate((x8 + x11) | 0, 13);
    x10 ^= rotate((x9 + x8) | 0, 18);
    x12 ^= rotate((x15 + x14) | 0, 7);
    x13 ^= rotate((x12 + x15) | 0, 9);
    x14 ^= rotate((x13 + x12) | 0, 13);
    x15 ^= rotate((x14 + x13) | 0, 18);
  }
  x[0] = at(x, 0) + x0;
  x[1] = at(x, 1) + x1;
  x[2] = at(x, 2) + x2;
  x[3] = at(x, 3) + x3;
  x[4] = at(x, 4) + x4;
  x[5] = at(x, 5) + x5;
  x[6] = at(x, 6) + x6;
  x[7] = at(x, 7) + x7;
  x[8] = at(x, 8) + x8;
  x[9] = at(x, 9) + x9;
  x[10] = at(x, 10) + x10;
  x[11] = at(x, 11) + x11;
  x[12] = at(x, 12) + x12;
  x[13] = at(x, 13) + x13;
  x[14] = at(x, 14) + x14;
  x[15] = at(x, 15) + x15;
}
