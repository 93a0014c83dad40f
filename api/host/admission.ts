import { FairQueue } from '../platform/database/fair-queue.ts';
import { overloaded } from '../platform/database/pool.ts';

const TURNS_MAX = 250; // more at once would each take longer than a visitor waits
const DATABASE_WAIT_MAX_MS = 300; // beyond it, work comes in faster than the database does it
const PATIENCE_MS = 3_000; // how long a new session waits for its turn
const LOOK_MS = 100;
const ADMITTED_AT_ONCE = 5; // the load of those admitted shows before the next are

/** What says how busy the machine is. */
export interface Load {
  /** Turns that are being answered. */
  turns(): number;
  /** How long the longest waiter for a connection has waited, in ms. */
  longestWaitMs(now: number): number;
}

/**
 * Lets new chat sessions in while there is room. Conversations under way are never held up here: what is
 * short goes to them first. A new session waits for a moment, one network like the other, and is refused with
 * `overloaded` and a Retry-After then.
 */
export class Admission {
  private readonly load: Load;
  private readonly waiting = new FairQueue<void>();
  private looking = false;

  constructor(load: Load) {
    this.load = load;
  }

  /** Resolves when a session may start. `share` is the network it comes from. */
  enter(share: string): Promise<void> {
    if (this.waiting.length === 0 && !this.isBusy()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const leave = this.waiting.join(share, Date.now(), () => {
        clearTimeout(patience);
        resolve();
      });
      const patience = setTimeout(() => {
        leave();
        reject(overloaded());
      }, PATIENCE_MS);
      this.look();
    });
  }

  private look(): void {
    if (this.looking) return;
    this.looking = true;
    setTimeout(() => {
      this.looking = false;
      for (let i = 0; i < ADMITTED_AT_ONCE && !this.isBusy(); i++) this.waiting.serve(undefined);
      if (this.waiting.length > 0) this.look();
    }, LOOK_MS);
  }

  private isBusy(): boolean {
    return (
      this.load.turns() >= TURNS_MAX || this.load.longestWaitMs(Date.now()) > DATABASE_WAIT_MAX_MS
    );
  }
}
