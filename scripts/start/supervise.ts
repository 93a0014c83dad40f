import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PlainError } from '../../db/plain-error.ts';
import type { Ending } from './ending.ts';

/** How often a part is restarted, and how long each attempt waits. */
export const RESTARTS = {
  firstDelayMs: 500, // Postgres' backends need a moment to notice that their postmaster is dead
  delayMaxMs: 30_000,
  /** A part that ran for this long is healthy: the next failure counts as the first. */
  healthyMs: 60_000,
  inARowMax: 8, // about 90 seconds of waiting
};
type Limits = typeof RESTARTS;

/** A running process of the stack. */
export interface Instance {
  /** Settles once it has ended, whoever ended it. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

interface Part<T extends Instance> {
  /** As a sentence begins with it: "The embedded Postgres". */
  name: string;
  /** Starts it again, on the same port and data. */
  restart(): Promise<T>;
  /** Where to look when restarting does not help. */
  hint: string;
}

export interface Supervised<T> {
  /** The instance that runs, or null between two. */
  current(): T | null;
  /** Ends supervision, then the instance. */
  stop(): Promise<void>;
}

/** The wait before the n-th restart in a row: doubles from `firstDelayMs` to `delayMaxMs`. */
export function restartDelay(nth: number, limits: Limits = RESTARTS): number {
  return Math.min(limits.firstDelayMs * 2 ** (nth - 1), limits.delayMaxMs);
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Tries until the part runs again; null when `signal` aborted. Throws after too many failures. */
async function bringBack<T extends Instance>(
  part: Part<T>,
  nth: () => number,
  signal: AbortSignal,
  limits: Limits,
): Promise<T | null> {
  let what = 'ended unexpectedly';
  for (;;) {
    const attempt = nth();
    if (attempt > limits.inARowMax) {
      throw new PlainError(
        `${part.name} failed ${attempt} times in a row and is not restarted again. ` +
          `The data is kept; ${part.hint}, then start again.`,
      );
    }
    const delay = restartDelay(attempt, limits);
    console.error(`${part.name} ${what}; restarting it in ${delay / 1000} s.`);
    await sleep(delay, undefined, { signal }).catch(() => {});
    if (signal.aborted) return null;
    try {
      return await part.restart();
    } catch (error) {
      if (signal.aborted) return null;
      what = `did not start (${messageOf(error)})`;
    }
  }
}

/**
 * Restarts the part, with exponential back-off, whenever it ends by itself. When that fails too often
 * in a row, `ending` learns the reason and the whole stack ends.
 */
export function supervise<T extends Instance>(
  part: Part<T>,
  first: T,
  ending: Pick<Ending, 'signal' | 'fail'>,
  limits: Limits = RESTARTS,
): Supervised<T> {
  let current: T | null = first;
  let restarts = 0;
  const over = new AbortController();
  const signal = AbortSignal.any([ending.signal, over.signal]);
  const end = aborted(signal);

  async function watch(): Promise<void> {
    while (current) {
      const since = performance.now();
      await Promise.race([current.ended, end]);
      if (signal.aborted) return;
      if (performance.now() - since >= limits.healthyMs) restarts = 0;
      current = null;
      current = await bringBack(part, () => ++restarts, signal, limits);
      if (current && !signal.aborted) console.error(`${part.name} is running again.`);
    }
  }

  const watching = watch().catch((error) => ending.fail(error));
  return {
    current: () => current,
    async stop() {
      over.abort();
      await watching;
      await current?.stop();
    },
  };
}
