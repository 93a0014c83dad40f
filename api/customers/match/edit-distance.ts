/**
 * Edits between two short texts, a swap of neighbours counting as one (optimal string alignment), or
 * `limit + 1` where there are more. Only cells up to `limit` off the diagonal are computed (Ukkonen's
 * band), so that the time grows with the length and not with its square.
 */
export function editDistance(a: string, b: string, limit = 2): number {
  if (a === b) return 0;
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  let before: number[] = [];
  let row = Array.from({ length: Math.min(b.length, limit) + 1 }, (_, j) => j);
  let next: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    next[first - 1] = first === 1 ? Math.min(i, over) : over;
    let least = next[first - 1] ?? over;
    for (let j = first; j <= last; j++) {
      const same = a[i - 1] === b[j - 1];
      const above = j < i + limit ? (row[j] ?? over) : over;
      let cost = Math.min(
        above + 1,
        (next[j - 1] ?? over) + 1,
        (row[j - 1] ?? over) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? over) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return over;
    [before, row, next] = [row, next, before];
  }
  return Math.min(row[b.length] ?? over, over);
}

/** Whether two words differ as a slip of the finger would: one edit, two in a long word. */
export function isTypoOf(a: string, b: string): boolean {
  if (a === b) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  return editDistance(a, b) <= (shorter >= 8 ? 2 : 1);
}
