/** Text on its way from who writes it to who reads it. A slow reader gets more of it at once. */
export class TextQueue {
  private waiting = '';
  private over = false;
  private wake: (() => void) | null = null;

  push(text: string): void {
    this.waiting += text;
    this.wake?.();
  }

  end(): void {
    this.over = true;
    this.wake?.();
  }

  /** All that is there, as soon as there is something; null after the end. */
  async next(): Promise<string | null> {
    while (this.waiting === '' && !this.over) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const text = this.waiting;
    this.waiting = '';
    return text === '' ? null : text;
  }
}
