import { isAlive } from '../../db/embedded/processes.ts';
import type { Launcher } from './process-identity.ts';

const LOOK_MS = 1_000;

/** Somebody asked us to stop: no failure. */
export class StopRequested extends Error {}

/** Whether this process is to go on; `signal` aborts, with the reason, when it is not. */
export interface Ending {
  signal: AbortSignal;
  /** Ends everything, with this reason. */
  fail(reason: unknown): void;
  /** Settles only when it is over, by throwing the reason. */
  reached(): Promise<never>;
}

/** Listens for Ctrl-C, SIGTERM, a closed terminal and the death of the npm above. */
export function watchForEnding(launcher: Launcher): Ending {
  const control = new AbortController();
  const { signal } = control;
  const requested = () => control.abort(new StopRequested());
  // npm and the terminal may both send the signal: the second one must not cut the stop short.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, requested);
  const launcherGone = () =>
    launcher === 'gone' || (launcher !== 'nobody' && !isAlive(launcher.pid));
  const timer = setInterval(() => {
    if (launcherGone()) requested();
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return {
    signal,
    fail: (reason) => control.abort(reason),
    reached: () =>
      new Promise((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
}
