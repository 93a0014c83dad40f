/**
 * Calls `onSilence` once when nothing is heard for too long: `firstMs` until the first token, `silenceMs`
 * after it. Being heard costs no timer.
 */
export class Watchdog {
  private readonly onSilence: () => void;
  private readonly silenceMs: number;
  private due: number;
  private timer: ReturnType<typeof setTimeout>;

  constructor(firstMs: number, silenceMs: number, onSilence: () => void) {
    this.onSilence = onSilence;
    this.silenceMs = silenceMs;
    this.due = performance.now() + firstMs;
    this.timer = setTimeout(this.look, Math.min(firstMs, silenceMs));
  }

  /** The model said something. */
  heard(): void {
    this.due = performance.now() + this.silenceMs;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private readonly look = () => {
    const left = this.due - performance.now();
    if (left > 0) this.timer = setTimeout(this.look, Math.min(left, this.silenceMs));
    else this.onSilence();
  };
}
