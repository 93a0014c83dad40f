import type { Problem } from './problem.ts';
import type { Frame } from './sse.ts';
import { readFrames } from './sse.ts';

const FIRST_WAIT_MS = 1_000; // also the least time between two streams, so that a server can breathe
const LONGEST_WAIT_MS = 30_000;
const SILENCE_MS = 60_000; // a live stream sends comment lines far more often than this

export interface ConnectionDeps {
  /** Opens the stream of events after the last one applied. */
  open(signal: AbortSignal): Promise<Response>;
  onFrame(frame: Frame): void;
  onState(state: 'live' | 'lost'): void;
  /** The server refused for good; the connection has stopped. */
  onRefused(problem: Problem): void;
}

/** Keeps the session's event stream open while wanted: back-off with jitter, at once when online again. */
export function createConnection(deps: ConnectionDeps) {
  let abort: AbortController | null = null;
  let wake = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wakeUp = () => wake();

  async function listen(stop: AbortSignal): Promise<void> {
    const silent = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () => silent.abort();
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
    };
    stop.addEventListener('abort', giveUp);
    heard();
    try {
      const response = await deps.open(silent.signal);
      deps.onState('live');
      if (response.body) await readFrames(response.body, deps.onFrame, heard);
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', giveUp);
    }
  }

  async function run(stop: AbortSignal): Promise<void> {
    for (let wait = 0; !stop.aborted; ) {
      const began = Date.now();
      try {
        await listen(stop);
        wait = 0;
      } catch (error) {
        if (stop.aborted) return;
        const { status, retryAfter } = error as Problem;
        if (status === 429) wait = retryAfter * 1_000;
        else if (status >= 400 && status < 500) {
          abort = null;
          deps.onRefused(error as Problem);
          return;
        } else {
          // A stream that broke after living a while is not a failed attempt.
          wait =
            Date.now() - began > LONGEST_WAIT_MS
              ? 0
              : Math.min(wait * 2 || FIRST_WAIT_MS, LONGEST_WAIT_MS);
          if (wait > FIRST_WAIT_MS) deps.onState('lost');
        }
      }
      if (stop.aborted) return;
      await pause((wait || FIRST_WAIT_MS) * (0.75 + Math.random() / 2));
    }
  }

  return {
    start() {
      if (abort) return wakeUp();
      abort = new AbortController();
      addEventListener('online', wakeUp);
      void run(abort.signal);
    },
    stop() {
      removeEventListener('online', wakeUp);
      abort?.abort();
      abort = null;
      wakeUp();
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;
