interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const REAL: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Waits that add up to what was asked for: a timer that fires late shortens the next wait. */
export function pacer({ now, sleep }: Clock = REAL) {
  let due = now();
  return {
    async wait(ms: number): Promise<void> {
      if (ms === 0) return;
      due += ms;
      const leftMs = due - now();
      if (leftMs > 0) await sleep(leftMs);
    },
    /** After a pause of another kind, which is not to be caught up with. */
    restart(): void {
      due = now();
    },
  };
}
