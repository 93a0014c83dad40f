import type { Signal } from './signals.ts';
import { signal } from './signals.ts';

/** An answer's text while it grows: blocks that no longer change, and the tail that still does. */
export interface StreamText {
  frozen: Signal<string[]>;
  tail: Signal<string>;
  append(delta: string): void;
  /** Makes the text exactly `text`; what is drawn already stays when it is the same. */
  set(text: string): void;
  whole(): string;
}

export function createStreamText(text = ''): StreamText {
  const frozen = signal<string[]>([]);
  const tail = signal('');
  let all = '';

  const append = (delta: string) => {
    all += delta;
    const open = tail.peek() + delta;
    const cut = open.lastIndexOf('\n\n');
    if (cut >= 0) {
      const blocks = open.slice(0, cut).split(/\n{2,}/);
      frozen.value = frozen.peek().concat(blocks.filter((block) => block.trim()));
    }
    tail.value = cut < 0 ? open : open.slice(cut + 2);
  };
  const set = (next: string) => {
    if (next === all) return;
    all = tail.value = '';
    frozen.value = [];
    append(next);
  };
  set(text);
  return { frozen, tail, append, set, whole: () => all };
}
