import type { ChatEvent } from '../services/wire.ts';

/**
 * Lets each event through once, from however many streams bring it. Every stream keeps the order
 * within a turn, so that the first to arrive is the next of its turn; a turn's own stream leaves out
 * what belongs to no turn, which the session's stream (`complete`) brings.
 */
export function createSequence(apply: (event: ChatEvent) => void) {
  let complete = 0;
  let ahead = new Set<number>();

  return {
    /** Everything up to this event id has been applied: where a new stream has to begin. */
    last: () => complete,
    restart(id: number) {
      complete = id;
      ahead = new Set();
    },
    offer(event: ChatEvent, fromCompleteStream: boolean): void {
      const { id } = event;
      if (id > complete && !ahead.has(id)) {
        apply(event);
        ahead.add(id);
      }
      if (fromCompleteStream && id > complete) {
        complete = id;
        for (const known of ahead) if (known <= id) ahead.delete(known);
      }
      while (ahead.delete(complete + 1)) complete++;
    },
  };
}
