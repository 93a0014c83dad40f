/** What one visitor did; times are of performance.now(). */
export type Entry =
  | { kind: 'session'; startedAt: number; endedAt: number }
  | { kind: 'message'; startedAt: number; endedAt: number; firstTokenMs: number }
  | { kind: 'failure'; startedAt: number; endedAt: number; what: string };

export interface Window {
  from: number;
  to: number;
}

export interface Summary {
  /** Of messages sent within the window. */
  firstTokenMs: number[];
  /** Of sessions opened within the window. */
  sessionMs: number[];
  /** Answers completed within the window. */
  completed: number;
  messagesPerSecond: number;
  /** Failures within the window, counted by name. */
  failures: Record<string, number>;
}

const within = (at: number, { from, to }: Window) => at >= from && at < to;

/** Counts what falls into the window; a message that outlives it still counts for latency. */
export function summarize(entries: Entry[], window: Window): Summary {
  const summary: Summary = {
    firstTokenMs: [],
    sessionMs: [],
    completed: 0,
    messagesPerSecond: 0,
    failures: {},
  };
  for (const entry of entries) {
    const began = within(entry.startedAt, window);
    if (entry.kind === 'message') {
      if (began) summary.firstTokenMs.push(entry.firstTokenMs);
      if (within(entry.endedAt, window)) summary.completed++;
    } else if (entry.kind === 'session' && began) {
      summary.sessionMs.push(entry.endedAt - entry.startedAt);
    } else if (entry.kind === 'failure' && began) {
      summary.failures[entry.what] = (summary.failures[entry.what] ?? 0) + 1;
    }
  }
  summary.messagesPerSecond = summary.completed / ((window.to - window.from) / 1000);
  return summary;
}
