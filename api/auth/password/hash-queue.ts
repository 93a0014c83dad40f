import { AppError } from '../../errors.ts';

/** Who asks for a password to be hashed. */
export interface HashCaller {
  network: string;
  /** Logs in from a device that the account has logged in from before: goes first. */
  isKnownDevice: boolean;
}

interface Ticket extends HashCaller {
  /** When it last ran; a request that was cancelled stops running without leaving the queue. */
  seenAt: number;
}

const WAITING_MAX = 32; // the last of them waits for about 15 s
const WAITING_PER_NETWORK_MAX = 16;
const POLL_MS = 25;
const STALE_MS = 5_000;
const RETRY_AFTER_S = '5';

const queue: Ticket[] = [];
let running: Ticket | null = null;

/**
 * Runs one hash at a time in this isolate: each takes 16 MiB and a third of a second. `work` calls `pause`
 * between its slices. A request waits by looking again, because in a Worker one request cannot wake another.
 * @throws AppError `log_in_busy` when too many wait already, in all or of one network
 */
export async function runHash<T>(
  caller: HashCaller,
  work: (pause: () => Promise<void>) => Promise<T>,
): Promise<T> {
  assertRoom(caller);
  const ticket = { ...caller, seenAt: Date.now() };
  queue.push(ticket);
  try {
    while (!mayRun(ticket)) await pauseAs(ticket, POLL_MS);
    running = ticket;
    return await work(() => pauseAs(ticket, 0));
  } finally {
    if (running === ticket) running = null;
    const place = queue.indexOf(ticket);
    if (place >= 0) queue.splice(place, 1);
  }
}

function assertRoom({ network, isKnownDevice }: HashCaller): void {
  removeStale();
  const rivals = queue.filter((ticket) => ticket.isKnownDevice === isKnownDevice);
  const neighbours = rivals.filter((ticket) => ticket.network === network);
  if (rivals.length < WAITING_MAX && neighbours.length < WAITING_PER_NETWORK_MAX) return;
  throw new AppError('log_in_busy', { headers: { 'Retry-After': RETRY_AFTER_S } });
}

function mayRun(ticket: Ticket): boolean {
  removeStale();
  if (!queue.includes(ticket)) queue.push(ticket); // it was taken for cancelled
  if (running) return false;
  return ticket === (queue.find(({ isKnownDevice }) => isKnownDevice) ?? queue[0]);
}

function removeStale(): void {
  const oldest = Date.now() - STALE_MS;
  if (running && running.seenAt < oldest) running = null;
  for (let place = queue.length - 1; place >= 0; place--) {
    if ((queue[place]?.seenAt ?? 0) < oldest) queue.splice(place, 1);
  }
}

async function pauseAs(ticket: Ticket, ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
  ticket.seenAt = Date.now();
}
