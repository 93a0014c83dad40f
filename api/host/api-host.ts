import { DurableObject } from 'cloudflare:workers';
import type { ExecutionContext } from '@cloudflare/workers-types';
import { createApp } from '../app.ts';
import { Conversation } from '../chat/conversation/conversation.ts';
import { resumeAfterMs } from '../chat/room/resume-after.ts';
import { roomDeps } from '../chat/room/room-deps.ts';
import { SharedRooms } from '../chat/room/shared-rooms.ts';
import type { VisitorClaims } from '../chat/visitor/visitor-token.ts';
import type { Env } from '../env.ts';
import { connectShared } from '../platform/database/connect.ts';
import type { Pool } from '../platform/database/pool.ts';
import { newId } from '../platform/ids.ts';
import { logError } from '../platform/log-error.ts';
import { settingOr } from '../platform/setting-or.ts';
import type { FeedCursor } from '../realtime/feed-cursor.ts';
import { type FeedHolder, findEntitled } from '../realtime/feed-holder.ts';
import { readOutbox } from '../realtime/read-outbox.ts';
import { Admission } from './admission.ts';

const CONNECTIONS = 12; // enough for 1,000 visitors on two cores; more only queue inside Postgres
const CONNECTIONS_MAX = 24;
const RESUMED_AT_ONCE = 100; // after a crash under load; the rest follows with the next alarm
const DELETED_AT_ONCE = 128; // the storage takes no more
const NOTED = 'room:';

/** What everything that runs inside the host shares. */
export interface SharedServices {
  db: Pool;
  rooms: SharedRooms;
  admission: Admission;
}

const app = createApp();

/**
 * The whole API of a single machine, in one Durable Object: in workerd a socket belongs to the object that
 * opened it, so only what runs inside one object can share connections. On Cloudflare, where Hyperdrive pools,
 * it is not bound: requests run in the Worker and each conversation in a room of its own.
 */
export class ApiHost extends DurableObject<Env> {
  private readonly services: SharedServices;
  private readonly shared: Env;
  private alarmAt = 0;

  constructor(ctx: ConstructorParameters<typeof DurableObject>[0], env: Env) {
    super(ctx, env);
    const { connectionString } = env.HYPERDRIVE;
    const connections = settingOr(env.DATABASE_CONNECTIONS, CONNECTIONS);
    const db = connectShared(connectionString, Math.min(connections, CONNECTIONS_MAX));
    const keepAlive = (work: Promise<unknown>) => this.ctx.waitUntil(work);
    const { storage } = this.ctx;
    const rooms = new SharedRooms({
      open: (claims, requestId) =>
        new Conversation(roomDeps({ env, db, claims, requestId, keepAlive })),
      note: (name, claims) => {
        storage.put(NOTED + name, claims, { allowUnconfirmed: true });
        this.setAlarm();
      },
      forget: (names) => {
        for (let i = 0; i < names.length; i += DELETED_AT_ONCE) {
          const keys = names.slice(i, i + DELETED_AT_ONCE).map((name) => NOTED + name);
          storage.delete(keys, { allowUnconfirmed: true });
        }
      },
    });
    const load = {
      turns: () => rooms.turns,
      longestWaitMs: (now: number) => db.longestWaitMs(now),
    };
    this.services = { db, rooms, admission: new Admission(load) };
    this.shared = { ...env, SHARED: this.services };
  }

  override async fetch(request: Request): Promise<Response> {
    return app.fetch(request, this.shared, this.ctx as unknown as ExecutionContext as never);
  }

  /** Answers turns that were cut off by a crash, also when their visitors do not come back. */
  override async alarm(): Promise<void> {
    this.alarmAt = 0;
    const { rooms } = this.services;
    rooms.sweep();
    const noted = await this.ctx.storage.list<VisitorClaims>({ prefix: NOTED });
    if (noted.size > 0) this.setAlarm(); // also when what follows fails
    const lost = [...noted.values()].filter((claims) => rooms.mayResume(claims));
    for (const claims of lost.slice(0, RESUMED_AT_ONCE)) {
      const requestId = newId();
      await rooms.resume(claims, requestId).catch((error) => logError(requestId, error));
    }
  }

  /** For a company's feed, which is another object and shares the connections this way. */
  readFeed(companyId: string, since: FeedCursor | null) {
    return readOutbox(this.feedScope(companyId), since);
  }

  findEntitled(companyId: string, holders: FeedHolder[]): Promise<Set<string>> {
    return findEntitled(this.feedScope(companyId), holders);
  }

  private feedScope(companyId: string) {
    return { db: this.services.db, companyId, actor: { type: 'system' as const, id: 'feed' } };
  }

  /** Kept on disk: it fires after a crash, too. */
  private setAlarm(): void {
    const now = Date.now();
    if (this.alarmAt > now) return;
    this.alarmAt = now + resumeAfterMs(this.env);
    this.ctx.storage.setAlarm(this.alarmAt, { allowUnconfirmed: true });
  }
}
