import { DurableObject } from 'cloudflare:workers';
import type { WebSocket as WorkerSocket } from '@cloudflare/workers-types';
import type { Env } from '../env.ts';
import { logError } from '../platform/log-error.ts';
import { tokenKeys } from '../platform/token-keys.ts';
import { QUIET_MS } from './feed-bell.ts';
import { type FeedCursor, isAfter } from './feed-cursor.ts';
import { type FeedHolder, isDue } from './feed-holder.ts';
import { type FeedSource, feedSource } from './feed-source.ts';
import { NEWS_MAX } from './read-outbox.ts';
import { openFeedCursor, sealFeedCursor } from './sealed-cursor.ts';

declare const WebSocketPair: new () => { 0: WorkerSocket; 1: WorkerSocket };

const LOOK_MS = 500; // soon enough to feel live
const HELD_BACK_RETRY_MS = 100; // a transaction of ours is over well within this
const SESSION_OVER = 4401; // the close code that a dashboard reads as "log in again"

/** What a socket carries with it, also while the object is evicted. */
interface Listener {
  companyId: string;
  holder: FeedHolder;
  /** How far it has been told. */
  cursor: FeedCursor;
  /** When its holder was last known to be entitled, in ms since 1970. */
  checkedAt: number;
}

/**
 * The Durable Object of one company: sends what its outbox says to every open dashboard, and ends the
 * sockets of those who are logged in no more. It holds nothing but what each socket carries, so it may be
 * evicted while sockets stay open.
 */
export class CompanyFeed extends DurableObject<Env> {
  private ownSource: FeedSource | null = null;
  private reading = false;
  private readAgain = false;

  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const companyId = url.pathname.slice(1);
    if (request.headers.get('Upgrade') === 'websocket') {
      return this.open(companyId, url.searchParams);
    }
    if (url.searchParams.has('check')) await this.endUnentitled(companyId, () => true);
    const listeners = this.listening().length;
    if (listeners > 0) this.inBackground(companyId, this.tell(companyId));
    return new Response(null, { status: 202, headers: { 'X-Listeners': String(listeners) } });
  }

  /** Nothing is expected from a dashboard; a ping is answered so that it can tell a dead line. */
  async webSocketMessage(socket: WorkerSocket, message: string | ArrayBuffer): Promise<void> {
    if (message !== 'ping') return;
    // While the database is away nothing is told either: the next ping asks again.
    await this.endUnentitled(listenerOf(socket).companyId).catch(() => {});
    if (isOpen(socket)) socket.send('pong');
  }

  async webSocketClose(socket: WorkerSocket): Promise<void> {
    socket.close();
  }

  private async open(companyId: string, asked: URLSearchParams): Promise<Response> {
    const { head } = await this.read(companyId, null);
    const pair = new WebSocketPair();
    const [client, server] = [pair[0], pair[1]];
    this.ctx.acceptWebSocket(server);
    const since = await this.knownCursor(companyId, asked.get('since') ?? '', head);
    const cursor = since ?? head;
    const holder = { type: asked.get('by'), hash: asked.get('holder') } as FeedHolder;
    const listener: Listener = { companyId, holder, cursor, checkedAt: Date.now() };
    server.serializeAttachment(listener);
    const sealed = await this.seal(companyId, cursor);
    server.send(JSON.stringify({ type: 'hello', cursor: sealed }));
    if (asked.get('since') && !since)
      server.send(JSON.stringify({ type: 'reset', cursor: sealed }));
    this.inBackground(companyId, this.tellNewcomer(companyId));
    return new Response(null, { status: 101, webSocket: client } as ResponseInit);
  }

  /**
   * A client's cursor; null for one that does not open or lies beyond the newest known, as after a restore
   * of the database: its listener would receive nothing.
   */
  private async knownCursor(
    companyId: string,
    text: string,
    head: FeedCursor,
  ): Promise<FeedCursor | null> {
    const cursor = await openFeedCursor(tokenKeys(this.env), companyId, text);
    return cursor && !isAfter(cursor, head) ? cursor : null;
  }

  private inBackground(companyId: string, work: Promise<void>): void {
    this.ctx.waitUntil(work.catch((error) => logError(`feed ${companyId}`, error)));
  }

  private seal(companyId: string, cursor: FeedCursor): Promise<string> {
    return sealFeedCursor(tokenKeys(this.env), companyId, cursor);
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
      } while (this.readAgain && this.listening().length > 0);
    } finally {
      this.reading = false;
    }
  }

  private async tellOnce(companyId: string): Promise<boolean> {
    await this.endUnentitled(companyId);
    const sockets = this.listening();
    const first = sockets
      .map(cursorOf)
      .reduce<FeedCursor | null>(
        (oldest, cursor) => (oldest && isAfter(cursor, oldest) ? oldest : cursor),
        null,
      );
    if (!first) return false;
    const { news, head, heldBack } = await this.read(companyId, first);
    const isCut = news.length > NEWS_MAX;
    const newest = isCut ? await this.seal(companyId, head) : '';
    const messages = await Promise.all(
      news.map(async ({ cursor, topic, payload }) => ({
        at: cursor,
        event: { type: 'event', cursor: await this.seal(companyId, cursor), topic, payload },
      })),
    );
    for (const socket of sockets.filter(isOpen)) {
      const mine = news.filter(({ cursor }) => isAfter(cursor, cursorOf(socket)));
      if (mine.length > NEWS_MAX) {
        advance(socket, head, { type: 'reset', cursor: newest });
        continue;
      }
      for (const { at, event } of messages) {
        if (isAfter(at, cursorOf(socket))) advance(socket, at, event);
      }
    }
    return heldBack || isCut;
  }

  /** Asks in one query about all whose time has come; nothing is asked while there are none. */
  private async endUnentitled(companyId: string, isAsked = isDue): Promise<void> {
    const now = Date.now();
    const asked = this.listening().filter((socket) => isAsked(listenerOf(socket), now));
    if (asked.length === 0) return;
    const holders = asked.map((socket) => listenerOf(socket).holder);
    const entitled = await this.source.findEntitled(companyId, holders);
    for (const socket of asked) {
      const listener = listenerOf(socket);
      if (entitled.has(listener.holder.hash)) {
        socket.serializeAttachment({ ...listener, checkedAt: now } satisfies Listener);
      } else if (isOpen(socket)) socket.close(SESSION_OVER, 'Log in again');
    }
  }

  /** Sockets that have been closed may still be handed out for a while. */
  private listening(): WorkerSocket[] {
    return this.ctx.getWebSockets().filter(isOpen);
  }

  private read(companyId: string, since: FeedCursor | null) {
    return this.source.readFeed(companyId, since);
  }

  private get source(): FeedSource {
    this.ownSource ??= feedSource(this.env);
    return this.ownSource;
  }
}

const isOpen = (socket: WorkerSocket): boolean => socket.readyState === 1;

const listenerOf = (socket: WorkerSocket): Listener => socket.deserializeAttachment() as Listener;

const cursorOf = (socket: WorkerSocket): FeedCursor => listenerOf(socket).cursor;

function advance(socket: WorkerSocket, cursor: FeedCursor, message: object): void {
  socket.send(JSON.stringify(message));
  socket.serializeAttachment({ ...listenerOf(socket), cursor } satisfies Listener);
}
