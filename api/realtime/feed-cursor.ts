/** A place in the outbox: the transaction that wrote a row, and the row's number. */
export interface FeedCursor {
  xid: string;
  seq: string;
}

/** Opaque text for clients. */
export const formatFeedCursor = ({ xid, seq }: FeedCursor): string => `${xid}.${seq}`;

/** Reads a client's cursor; null for anything that formatFeedCursor did not make. */
export function parseFeedCursor(text: string | null): FeedCursor | null {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text ?? '');
  return match ? { xid: match[1] as string, seq: match[2] as string } : null;
}

/** Whether `a` lies after `b`. */
export function isAfter(a: FeedCursor, b: FeedCursor): boolean {
  const [xa, xb] = [BigInt(a.xid), BigInt(b.xid)];
  return xa === xb ? BigInt(a.seq) > BigInt(b.seq) : xa > xb;
}
