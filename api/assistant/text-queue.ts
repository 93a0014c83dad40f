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

  /**
   * All that is there, as soon as there is something; null after the end. Characters come whole: half of
   * one waits for the other half, and is replaced where that never comes, since nobody could store it.
   */
  async next(): Promise<string | null> {
    let text = wholeCharacters(this.waiting);
    while (text === '' && !this.over) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      text = wholeCharacters(this.waiting);
    }
    if (this.over) text = this.waiting;
    this.waiting = this.waiting.slice(text.length);
    return text === '' ? null : text.toWellFormed();
  }
}

const wholeCharacters = (text: string): string =>
  /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
