/** A place in the queue. */
interface Place<T> {
  hand: (value: T) => void;
  since: number;
}

/**
 * Waiters in one line for each share (a company, or a network before the company is known), served in
 * turn: whoever asks a thousand times waits behind its own requests, not in front of everybody else's.
 */
export class FairQueue<T> {
  private readonly lines = new Map<string, Place<T>[]>();
  private waiting = 0;

  get length(): number {
    return this.waiting;
  }

  /** When the longest waiter came, in ms since 1970; null when nobody waits. */
  get oldestSince(): number | null {
    let oldest: number | null = null;
    for (const [first] of this.lines.values()) {
      if (first && (oldest === null || first.since < oldest)) oldest = first.since;
    }
    return oldest;
  }

  /** Joins the share's line; returns how to leave it. */
  join(share: string, now: number, hand: (value: T) => void): () => void {
    const place = { hand, since: now };
    const line = this.lines.get(share);
    if (line) line.push(place);
    else this.lines.set(share, [place]);
    this.waiting++;
    return () => this.leave(share, place);
  }

  /** Hands the value to the next waiter whose share `mayHave` it; false when there is none. */
  serve(value: T, mayHave: (share: string) => boolean = () => true): boolean {
    for (const [share, line] of this.lines) {
      if (!mayHave(share)) continue;
      const place = line.shift();
      this.lines.delete(share);
      if (line.length > 0) this.lines.set(share, line); // behind all others
      this.waiting--;
      place?.hand(value);
      return true;
    }
    return false;
  }

  private leave(share: string, place: Place<T>): void {
    const line = this.lines.get(share);
    const index = line?.indexOf(place) ?? -1;
    if (!line || index < 0) return;
    line.splice(index, 1);
    if (line.length === 0) this.lines.delete(share);
    this.waiting--;
  }
}
