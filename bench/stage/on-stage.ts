import { PlainError } from '../../db/plain-error.ts';
import { type Stage, setStage } from './stage.ts';

const INTERRUPTED = 130; // what shells expect after Ctrl-C

/** Sets the stage, runs the work and stops everything: when done, on failure, on a signal, when overdue. */
export async function onStage<T>(
  longestMs: number,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (why: string) => {
    process.exitCode = INTERRUPTED;
    reject(new PlainError(why));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => end('stopped before the end.'));
  }
  const overdue = setTimeout(() => end('took longer than it may; stopped.'), longestMs);
  const setting = setStage();
  try {
    return await Promise.race([setting.then(work), ended]);
  } finally {
    clearTimeout(overdue);
    await setting.then(
      (stage) => stage.close(),
      () => {},
    );
    // Visitors may still be at it when we were interrupted.
    if (process.exitCode === INTERRUPTED) setTimeout(() => process.exit(INTERRUPTED), 0);
  }
}
