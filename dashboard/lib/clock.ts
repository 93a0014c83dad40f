import { signal } from '@preact/signals';

const TICK_MS = 30_000; // the finest relative time on screen is a minute

/** Unix milliseconds, moving by itself so that "2 min ago" stays true. */
export const now = signal(Date.now());

/** Starts the clock; returns what stops it. */
export function startClock(): () => void {
  const tick = () => {
    now.value = Date.now();
  };
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
