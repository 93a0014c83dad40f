/** A place in the outbox: the transaction that wrote a row, and the row's number. Both are unsigned decimals. */
export interface FeedCursor {
  xid: string;
  seq: string;
}

/** Whether `a` lies after `b`. */
export function isAfter(a: FeedCursor, b: FeedCursor): boolean {
  const [xa, xb] = [BigInt(a.xid), BigInt(b.xid)];
  return xa === xb ? BigInt(a.seq) > BigInt(b.seq) : xa > xb;
}
