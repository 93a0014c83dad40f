import { frame, type RoomEvent } from '../events/events.ts';

const PING_MS = 20_000; // below the idle limits of common proxies (30 s and up)

const UNREAD_PINGS_MAX = 3; // a listener who has read nothing for a minute has gone

const encoder = new TextEncoder();

/** workerd's own: what is written reaches the reader without JavaScript in between. */
declare const IdentityTransformStream: new () => TransformStream<Uint8Array, Uint8Array>;

/**
 * One listener's server-sent events. What happens live is kept back until the past has been sent, and
 * no id is sent twice, so that past and present join without a seam.
 */
export class EventStream {
  readonly response: Response;
  private writer: WritableStreamDefaultWriter<Uint8Array> | null;
  private lastSentId = 0;
  private waiting: RoomEvent[] | null = [];
  /** Writes that the listener has not read yet. */
  private unread = 0;
  private unreadPings = 0;
  private readonly ping: ReturnType<typeof setInterval>;
  private readonly stops: (() => void)[] = [];

  /** `isLast` names the event after which the stream ends; a live stream has none. */
  private readonly isLast: (event: RoomEvent) => boolean;

  constructor(isLast: (event: RoomEvent) => boolean = () => false) {
    this.isLast = isLast;
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    writer.closed.catch(() => this.close());
    this.writer = writer;
    this.ping = setInterval(this.keepAlive, PING_MS);
    this.response = new Response(readable, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      },
    });
  }

  /** Called when the listener has gone or the stream has ended. */
  onClose(stop: () => void): void {
    this.stops.push(stop);
  }

  /** A live event. */
  send = (event: RoomEvent): void => {
    if (this.waiting) this.waiting.push(event);
    else this.deliver([event]);
  };

  /** Writes a comment: the stream ends where its listener has gone. */
  probe = (): void => this.write(': ping\n\n');

  /** Sends the past, then what has happened since. */
  start(past: RoomEvent[]): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    this.deliver([...past, ...waiting]);
  }

  /** Sends what is left and ends the stream. */
  close(): void {
    clearInterval(this.ping);
    for (const stop of this.stops.splice(0)) stop();
    this.writer?.close().catch(() => {}); // the listener may have gone already
    this.writer = null;
  }

  /** A listener's end may go unnoticed: what waits to be read gives it away. */
  private readonly keepAlive = () => {
    this.unreadPings = this.unread === 0 ? 0 : this.unreadPings + 1;
    if (this.unreadPings > UNREAD_PINGS_MAX) this.close();
    else this.probe();
  };

  /** What is there at once goes out in one piece. */
  private deliver(events: RoomEvent[]): void {
    if (!this.writer) return;
    let frames = '';
    let isOver = false;
    for (const event of events) {
      if (isOver || event.id <= this.lastSentId) continue;
      this.lastSentId = event.id;
      frames += frame(event);
      isOver = this.isLast(event);
    }
    if (frames) this.write(frames);
    if (isOver) this.close();
  }

  private write(text: string): void {
    if (!this.writer) return;
    this.unread++;
    this.writer.write(encoder.encode(text)).then(
      () => this.unread--,
      () => this.close(),
    );
  }
}
