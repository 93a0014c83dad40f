/** What becomes of the text from an index on, up to `end`. */
export interface Verdict {
  end: number;
  /** What has to be replaced; null where the text may pass. */
  held: Held | null;
}

export interface Held {
  what: 'amount' | 'percent' | 'terms' | 'action' | 'sentence';
  isRange: boolean;
  /** Whether a noun may follow that the amount describes: "a $500 deposit". */
  describes: boolean;
}

export const pass = (end: number): Verdict => ({ end, held: null });

export const hold = (
  end: number,
  what: Held['what'],
  describes = false,
  isRange = false,
): Verdict => ({ end, held: { what, isRange, describes } });
