/*
 * Signals as @preact/signals has them, in what this panel uses of them. The library with its hooks
 * weighs 3 kB of the 18 that the whole widget may weigh; this weighs 0.4.
 */

export interface ReadonlySignal<T> {
  /** Reading inside an effect subscribes the effect. */
  readonly value: T;
}

/** A value that tells the effects that read it when it changes. */
export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
  /** Reading without subscribing. */
  peek(): T;
}

interface Reader {
  run(): void;
  /** The sets of readers that this one stands in. */
  within: Set<Set<Reader>>;
}

let reading: Reader | null = null;
let holding = 0;
const due = new Set<Reader>();

function flush(): void {
  if (holding) return;
  for (const reader of due) {
    due.delete(reader);
    reader.run();
  }
}

export function signal<T>(value: T): Signal<T> {
  const readers = new Set<Reader>();
  return {
    get value() {
      if (reading) {
        readers.add(reading);
        reading.within.add(readers);
      }
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      for (const reader of readers) due.add(reader);
      flush();
    },
    peek: () => value,
  };
}

/** Runs now and again whenever a signal that it read has changed; returns how to stop. */
export function effect(run: () => void): () => void {
  const leave = () => {
    for (const readers of self.within) readers.delete(self);
    self.within.clear();
    due.delete(self);
  };
  const self: Reader = {
    within: new Set(),
    run() {
      leave();
      const outer = reading;
      reading = self;
      try {
        run();
      } finally {
        reading = outer;
      }
    },
  };
  self.run();
  return leave;
}

/** Lets several changes be seen as one. */
export function batch(change: () => void): void {
  holding++;
  try {
    change();
  } finally {
    holding--;
    flush();
  }
}
