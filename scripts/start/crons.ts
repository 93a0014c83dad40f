import { messageOf } from '../../db/plain-error.ts';
import type { ServedWorker } from '../local/serve-worker.ts';

const EVERY_MS = 5 * 60_000;
const CRON = '*/5 * * * *'; // as in wrangler.toml

/** Plays Cloudflare's scheduler; returns how to stop it. */
export function runCrons(worker: ServedWorker): () => void {
  const timer = setInterval(() => {
    worker.tick(CRON).catch((error) => console.error(`The schedule failed: ${messageOf(error)}`));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
