import { type TextShape, textOf } from './hostile-text.ts';

/** A function of the product that reads somebody's text. */
export interface Reader {
  name: string;
  read(text: string): unknown;
  /** The longest text that reaches it, in characters. */
  longest: number;
  /** For all lengths, where a text is read more than once on purpose. */
  limitMs?: number;
}

/** What a text of so many characters may cost in ms of CPU time. */
export const LIMITS: readonly { characters: number; ms: number }[] = [
  { characters: 4_000, ms: 50 },
  { characters: 20_000, ms: 250 },
  { characters: 64_000, ms: 800 },
];

/** Short texts first, so that exponential and cubic readers are found before they hang. */
const LENGTHS = [40, 160, 600, 1_000, 4_000, 20_000, 64_000];
const RUNS_MAX = 12; // the least of them counts: the machine may be busy, and the compiler late

const GROWTH_MAX = 10; // of 4 for a text 4 times as long; quadratic is 16
const SHORT_MS = 1; // a text of 1,000 characters that costs less needs no second run
const GROWTH_FLOOR_MS = 12; // below, rounding and the compiler decide

export interface Cost {
  characters: number;
  ms: number;
}

export interface Offence extends Cost {
  reader: string;
  shape: TextShape;
  why: string;
}

const CPU_TICK_MS = 4; // kernels count CPU time in steps of it, the clock in microseconds

/** CPU time of one call, in ms. */
export async function costOf(reader: Reader, text: string): Promise<number> {
  const began = performance.now();
  const before = process.threadCpuUsage();
  await reader.read(text);
  const { user, system } = process.threadCpuUsage(before);
  return Math.min(performance.now() - began, (user + system) / 1000 + CPU_TICK_MS);
}

/** The least CPU time of a few calls, in ms; the first that is good enough ends it. */
async function leastCost(
  reader: Reader,
  text: string,
  isEnough: (ms: number) => boolean,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS_MAX && !isEnough(least); run++) {
    least = Math.min(least, await costOf(reader, text));
  }
  return least;
}

export interface Verdict {
  /** At the longest length that was tried. */
  worst: Cost;
  offence: Offence | null;
}

/** Reads ever longer texts of one shape until one costs too much, or the cost grows faster than the text. */
export async function judge(
  reader: Reader,
  shape: TextShape,
  upTo = reader.longest,
): Promise<Verdict> {
  let worst: Cost = { characters: 0, ms: 0 };
  let short = 0;
  for (const characters of LENGTHS) {
    if (characters > Math.min(upTo, reader.longest)) break;
    const text = textOf(shape, characters);
    const limit = reader.limitMs ?? LIMITS.find((one) => characters <= one.characters)?.ms ?? 0;
    const growthOf = (ms: number) => ms / Math.max(short, GROWTH_FLOOR_MS / GROWTH_MAX);
    const isSteep = (ms: number) =>
      characters === 4_000 && ms > GROWTH_FLOOR_MS && growthOf(ms) > GROWTH_MAX && !reader.limitMs;
    // Both sides of the comparison are the least of several runs: a first run is slow, which would hide growth.
    const isShort = characters === 1_000;
    const isEnough = (one: number) => one <= limit && !isSteep(one);
    const ms = await leastCost(reader, text, isShort ? (one) => one < SHORT_MS : isEnough);
    worst = { characters, ms };
    const offence = (why: string) => ({ reader: reader.name, shape, why, ...worst });
    if (ms > limit) return { worst, offence: offence(`over ${limit} ms`) };
    if (characters === 1_000) short = ms;
    if (isSteep(ms)) {
      const times = growthOf(ms).toFixed(1);
      return { worst, offence: offence(`${times} times what 1,000 characters cost`) };
    }
  }
  return { worst, offence: null };
}
