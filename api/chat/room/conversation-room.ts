import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../env.ts';
import { AppError, toProblem } from '../../errors.ts';
import { connect } from '../../platform/database/connect.ts';
import { problemResponse } from '../../platform/http/problem-response.ts';
import { newId } from '../../platform/ids.ts';
import { logError } from '../../platform/log-error.ts';
import { Conversation } from '../conversation/conversation.ts';
import { CONNECTION_KEPT_MS } from '../store/conversation-store.ts';
import type { VisitorClaims } from '../visitor/visitor-token.ts';
import { answerRoom } from './answer-room.ts';
import { resumeAfterMs } from './resume-after.ts';
import { roomDeps } from './room-deps.ts';
import { readRoomRequest } from './room-request.ts';

const CLAIMS = 'claims';

/**
 * The Durable Object of one chat session: requests, streams and the alarm only, the conversation itself is
 * Conversation's. Keeps one Postgres connection from turn to turn.
 */
export class ConversationRoom extends DurableObject<Env> {
  private conversation: Conversation | null = null;
  private alarmAt = 0;

  override async fetch(request: Request): Promise<Response> {
    const asked = readRoomRequest(request);
    try {
      this.conversation ??= this.open(asked.claims, asked.requestId);
      if (asked.verb === 'message') this.setAlarm(asked.claims);
      return await answerRoom(this.conversation, asked);
    } catch (error) {
      if (!(error instanceof AppError)) logError(asked.requestId, error);
      return problemResponse(error, toProblem(error, asked.requestId));
    }
  }

  /** Answers what was cut off, also when its visitor does not come back. Repeated by the runtime when it fails. */
  override async alarm(): Promise<void> {
    const claims = await this.ctx.storage.get<VisitorClaims>(CLAIMS);
    if (!claims) return;
    this.conversation ??= this.open(claims, newId());
    if (this.conversation.isBusy) return this.setAlarm(claims);
    await this.conversation.resume();
  }

  private setAlarm(claims: VisitorClaims): void {
    const now = Date.now();
    if (this.alarmAt > now) return;
    this.alarmAt = now + resumeAfterMs(this.env);
    const { storage } = this.ctx;
    // The visitor does not wait for it: the answer goes out while it is being stored.
    storage.put(CLAIMS, claims, { allowUnconfirmed: true });
    storage.setAlarm(this.alarmAt, { allowUnconfirmed: true });
  }

  private open(claims: VisitorClaims, requestId: string): Conversation {
    const db = connect(this.env.HYPERDRIVE.connectionString, { idleMs: CONNECTION_KEPT_MS });
    const keepAlive = (work: Promise<unknown>) => this.ctx.waitUntil(work);
    return new Conversation(roomDeps({ env: this.env, db, claims, requestId, keepAlive }));
  }
}
