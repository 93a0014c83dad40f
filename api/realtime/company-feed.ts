import { DurableObject } from 'cloudflare:workers';
import type { WebSocket as WorkerSocket } from '@cloudflare/workers-types';
import type { Env } from '../env.ts';
import { connectWhileUsed, type Database } from '../platform/connect.ts';
import { QUIET_MS } from './feed-bell.ts';
import { type FeedCursor, formatFeedCursor, isAfter, parseFeedCursor } from './feed-cursor.ts';
import { NEWS_MAX, readOutbox } from './read-outbox.ts';

declare const WebSocketPair: new () => { 0: WorkerSocket; 1: WorkerSocket };

const CONNECTION_KEPT_MS = 20_000;
const LOOK_MS = 500; // soon enough to feel live
const HELD_BACK_RETRY_MS = 100; // a transaction of ours is over well within this

/**
 * The Durable Object of one company: sends what its outbox says to every open dashboard. It holds
 * nothing but how far each socket has read, so it may be evicted while sockets stay open.
 */
export class CompanyFeed extends DurableObject<Env> {
  private db: Database | null = null;
  private reading = false;
  private readAgain = false;

  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const companyId = url.pathname.slice(1);
    if (request.headers.get('Upgrade') === 'websocket') {
      return this.open(companyId, parseFeedCursor(url.searchParams.get('since')));
    }
    const listeners = this.ctx.getWebSockets().length;
    if (listeners > 0) this.ctx.waitUntil(this.tell(companyId));
    return new Response(null, { status: 202, headers: { 'X-Listeners': String(listeners) } });
  }

  /** Nothing is expected from a dashboard; a ping is answered so that it can tell a dead line. */
  async webSocketMessage(socket: WorkerSocket, message: string | ArrayBuffer): Promise<void> {
    if (message === 'ping') socket.send('pong');
  }

  async webSocketClose(socket: WorkerSocket): Promise<void> {
    socket.close();
  }

  private async open(companyId: string, since: FeedCursor | null): Promise<Response> {
    const { head } = await this.read(companyId, null);
    const pair = new WebSocketPair();
    const [client, server] = [pair[0], pair[1]];
    this.ctx.acceptWebSocket(server);
    const cursor = since ?? head;
    server.serializeAttachment(cursor);
    server.send(JSON.stringify({ type: 'hello', cursor: formatFeedCursor(cursor) }));
    this.ctx.waitUntil(this.tellNewcomer(companyId));
    return new Response(null, { status: 101, webSocket: client } as ResponseInit);
  }

  /** Rooms that rang in vain keep quiet for a while (FeedBell): until then the feed looks by itself. */
  private async tellNewcomer(companyId: string): Promise<void> {
    const until = Date.now() + QUIET_MS + LOOK_MS;
    for (;;) {
      await this.tell(companyId);
      if (Date.now() > until) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Reads once at a time; a call that comes meanwhile makes it read once more. */
  private async tell(companyId: string): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    try {
      do {
        this.readAgain = false;
        const heldBack = await this.tellOnce(companyId);
        if (heldBack) {
          await new Promise((resolve) => setTimeout(resolve, HELD_BACK_RETRY_MS));
          this.readAgain = true;
        }
      } while (this.readAgain && this.ctx.getWebSockets().length > 0);
    } finally {
      this.reading = false;
    }
  }

  private async tellOnce(companyId: string): Promise<boolean> {
    const sockets = this.ctx.getWebSockets();
    const first = sockets
      .map(cursorOf)
      .reduce<FeedCursor | null>(
        (oldest, cursor) => (oldest && isAfter(cursor, oldest) ? oldest : cursor),
        null,
      );
    if (!first) return false;
    const { news, head, heldBack } = await this.read(companyId, first);
    for (const socket of sockets) {
      const mine = news.filter(({ cursor }) => isAfter(cursor, cursorOf(socket)));
      if (mine.length > NEWS_MAX) {
        advance(socket, head, { type: 'reset', cursor: formatFeedCursor(head) });
        continue;
      }
      for (const { cursor, topic, payload } of mine) {
        advance(socket, cursor, {
          type: 'event',
          cursor: formatFeedCursor(cursor),
          topic,
          payload,
        });
      }
    }
    return heldBack;
  }

  private read(companyId: string, since: FeedCursor | null) {
    this.db ??= connectWhileUsed(this.env.HYPERDRIVE.connectionString, CONNECTION_KEPT_MS);
    const actor = { type: 'system' as const, id: 'feed' };
    return readOutbox({ db: this.db, companyId, actor }, since);
  }
}

const cursorOf = (socket: WorkerSocket): FeedCursor => socket.deserializeAttachment() as FeedCursor;

function advance(socket: WorkerSocket, cursor: FeedCursor, message: object): void {
  socket.send(JSON.stringify(message));
  socket.serializeAttachment(cursor);
}
