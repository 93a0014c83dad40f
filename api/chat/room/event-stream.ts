import { frame, type RoomEvent } from '../events/events.ts';

const PING_MS = 20_000; // below the idle limits of common proxies (30 s and up)

const UNREAD_PINGS_MAX = 3; // a listener who has read nothing for a minute has gone

const encoder = new TextEncoder();

/**
 * One listener's server-sent events. What happens live is kept back until the past has been sent, and
 * no id is sent twice, so that past and present join without a seam.
 */
export class EventStream {
  readonly response: Response;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private lastSentId = 0;
  private waiting: RoomEvent[] | null = [];
  private unreadPings = 0;
  private readonly ping: ReturnType<typeof setInterval>;
  private readonly stops: (() => void)[] = [];

  /** `isLast` names the event after which the stream ends; a live stream has none. */
  private readonly isLast: (event: RoomEvent) => boolean;

  constructor(isLast: (event: RoomEvent) => boolean = () => false) {
    this.isLast = isLast;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
      },
      cancel: () => this.close(),
    });
    this.ping = setInterval(this.keepAlive, PING_MS);
    this.response = new Response(body, {
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
    try {
      this.controller?.close();
    } catch {
      // the listener has gone already
    }
    this.controller = null;
  }

  /** A listener's end may go unnoticed: what waits to be read gives it away. */
  private readonly keepAlive = () => {
    const isRead = (this.controller?.desiredSize ?? 0) > 0;
    this.unreadPings = isRead ? 0 : this.unreadPings + 1;
    if (this.unreadPings > UNREAD_PINGS_MAX) this.close();
    else this.probe();
  };

  /** What is there at once goes out in one piece. */
  private deliver(events: RoomEvent[]): void {
    if (!this.controller) return;
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
    try {
      this.controller?.enqueue(encoder.encode(text));
    } catch {
      this.close();
    }
  }
}
