import { type ServedWorker, type ServeOptions, serveWorker } from '../local/serve-worker.ts';
import type { Ending } from './ending.ts';
import { type Supervised, supervise } from './supervise.ts';

/**
 * Serves the Worker and restarts it, at the same address, whenever workerd dies.
 * @param notePids is given workerd's process ids after each start
 */
export async function runWorker(
  options: ServeOptions,
  ending: Pick<Ending, 'signal' | 'fail'>,
  notePids: (pids: number[]) => void,
): Promise<Supervised<ServedWorker>> {
  const start = async (port: number) => {
    const worker = await serveWorker({ ...options, port });
    notePids(worker.pids);
    return worker;
  };
  const first = await start(options.port);
  const part = {
    name: 'The Worker runtime (workerd)',
    hint: 'see what it wrote above',
    restart: () => start(Number(new URL(first.url).port)),
  };
  return supervise(part, first, ending);
}
