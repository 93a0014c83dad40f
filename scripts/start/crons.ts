import { messageOf } from '../../db/plain-error.ts';
import type { ServedWorker } from '../local/serve-worker.ts';

const EVERY_MS = 5 * 60_000;
const CRON = '*/5 * * * *'; // as in wrangler.toml

/** Plays Cloudflare's scheduler for whichever Worker runs at the time; returns how to stop it. */
export function runCrons(
  current: () => Pick<ServedWorker, 'tick'> | null,
  everyMs = EVERY_MS,
): () => void {
  const timer = setInterval(() => {
    const tick = current()?.tick(CRON);
    tick?.catch((error) => console.error(`The schedule failed: ${messageOf(error)}`));
  }, everyMs);
  return () => clearInterval(timer);
}
