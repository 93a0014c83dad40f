/**
 * Says text at most every `paceMs`: the first piece at once, what comes before its time together with
 * what comes after it. Nothing is lost; `flush` says the rest.
 */
export class Pacer {
  private readonly paceMs: number;
  private readonly say: (text: string) => void;
  private waiting = '';
  private saidAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(paceMs: number, say: (text: string) => void) {
    this.paceMs = paceMs;
    this.say = say;
  }

  push(text: string): void {
    this.waiting += text;
    if (this.timer !== null) return;
    const early = this.saidAt + this.paceMs - performance.now();
    if (early > 0) this.timer = setTimeout(() => this.flush(), early);
    else this.flush();
  }

  /** Says what is waiting. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (!this.waiting) return;
    const text = this.waiting;
    this.waiting = '';
    this.saidAt = performance.now();
    this.say(text);
  }
}
