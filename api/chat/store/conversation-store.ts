import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SavedEvent } from '../../../db/schema/chat.ts';
import type { Ctx } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { HeardLead } from '../../leads/lead.types.ts';
import {
  type BoundStatement,
  boundStatement,
  sendBound,
} from '../../platform/database/bound-statement.ts';
import { databaseErrorCode } from '../../platform/database/database-errors.ts';
import { executeInline, oneStatement } from '../../platform/database/one-statement.ts';
import { outboxWrite } from '../../platform/database/outbox.ts';
import { inOneTrip } from '../../platform/database/tenant-db.ts';
import type { Limit } from '../../platform/limits.ts';
import type { MessageView } from '../events/events.ts';
import type { SavedMessage } from '../events/saved-events.ts';
import type { HeardInChat } from '../turn/heard.ts';
import type { AcceptInput, FinishInput, NoteInput } from './conversation-store.types.ts';
import { KnownConfigs } from './known-configs.ts';
import { type LandedLead, landLead } from './land-lead.ts';
import type { LoadedRow } from './loaded.ts';
import { refusedByLimit, takeHit, takeTurnHits } from './turn-limits.ts';
import {
  completeMessage,
  insertMessage,
  markInterrupted,
  type Place,
  reopenMessage,
  selectMessage,
  selectSavedAfter,
  tellStaff,
  touchSession,
} from './turn-writes.ts';

const HISTORY_MESSAGES = 40; // twenty turns: more than a model is shown

/** Idle for longer, a connection may have been closed; a statement described in vain costs little. */
export const CONNECTION_KEPT_MS = 60_000;

const configs = new KnownConfigs();

/** A conversation's way to Postgres: each method is one round trip on a warm connection. */
export class ConversationStore {
  private readonly ctx: Ctx;
  private readonly place: Place;
  private readonly visitorId: string;
  private readonly siteId: string;
  /** Numbers of settlements with which the present connection knows the finishing statement. */
  private readonly warm = new Set<number>();
  private usedAt = 0;

  constructor(ctx: Ctx, session: { id: string; visitorId: string; siteId: string }) {
    this.ctx = ctx;
    this.place = { companyId: ctx.companyId, sessionId: session.id };
    this.visitorId = session.visitorId;
    this.siteId = session.siteId;
  }

  /** Reads all that a room must know; given a first message, readies the connection for it. */
  async load(first: AcceptInput | null): Promise<LoadedRow | null> {
    const { companyId, sessionId } = this.place;
    const version = configs.versionOf(companyId);
    const load = sql`select load_conversation(${sessionId}::uuid, ${HISTORY_MESSAGES}, ${version}) as loaded`;
    const rows = await inOneTrip(
      this.ctx,
      (tx) => executeInline<{ loaded: LoadedRow | null }>(tx, load),
      first && !this.ctx.db.isShared ? { warmUp: () => this.accepting(first) } : {},
    );
    const loaded = rows[0]?.loaded;
    return loaded ? configs.complete(companyId, loaded) : null;
  }

  /**
   * Stores a visitor's message, counts it against the limits and reserves the model call: all or
   * nothing. Throws `rate_limited`, or `message_id_taken` when another session used the id.
   */
  async accept(input: AcceptInput): Promise<{ reservation: unknown }> {
    try {
      const rows = await sendBound<{ reservation: unknown }>(
        this.ctx,
        this.accepting(input),
        input.meanwhile,
      );
      return { reservation: rows[0]?.reservation ?? null };
    } catch (error) {
      if (databaseErrorCode(error) === '23505') throw new AppError('message_id_taken');
      throw refusedByLimit(error, Object.values(input.limits.turns));
    }
  }

  /**
   * Stores a turn's end: the answer, the session's new state, what the model calls cost, and who the
   * visitor turned out to be. One round trip, two when contact details were heard.
   */
  finish(input: FinishInput): Promise<LandedLead | null> {
    const writes = (customer: string | null) => this.finishing(input, customer);
    return this.land(input, writes, input.settle, input.withheld.length > 0);
  }

  /** Stores a message that is no turn (a form's thanks, a call for a person) and its effects. */
  note(input: NoteInput): Promise<LandedLead | null> {
    return this.land(input, (customer) => this.noting(input, customer), [], true);
  }

  /** Readies the connection for a turn's last statement while the model is still thinking. */
  async warmUpFinish(calls: number, sample: () => FinishInput): Promise<void> {
    if (this.ctx.db.isShared) return; // its connections have known the statement for long
    const now = this.ctx.now().getTime();
    const fresh = now - this.usedAt > CONNECTION_KEPT_MS;
    this.usedAt = now;
    if (fresh) this.warm.clear();
    if (this.warm.has(calls)) return;
    this.warm.add(calls);
    const input = sample();
    await inOneTrip(this.ctx, async () => {}, {
      warmUp: () => boundStatement(this.ctx, this.finishing(input, null), closings(input.settle)),
    });
  }

  /** Counts one hit of each limit for the session and its visitor's network. Throws `rate_limited`. */
  async takeHits(limits: { perSession?: Limit; perIp: Limit }, network: string): Promise<void> {
    const { perSession, perIp } = limits;
    const hits = {
      ...(perSession && { perSession: takeHit(perSession, this.place.sessionId) }),
      perIp: takeHit(perIp, `${this.siteId}:${network}`),
    };
    await sendBound(this.ctx, boundStatement(this.ctx, [], hits)).catch((error) => {
      throw refusedByLimit(error, [perIp, ...(perSession ? [perSession] : [])]);
    });
  }

  /** Closes model calls by themselves, for a turn whose end cannot be stored. */
  async settle(calls: SQLWrapper[]): Promise<void> {
    if (calls.length === 0) return;
    await sendBound(this.ctx, boundStatement(this.ctx, [], closings(calls)));
  }

  /** Whether the session has the message, with these words. */
  async has({ id, text }: MessageView): Promise<boolean> {
    const { sessionId } = this.place;
    const rows = await inOneTrip(this.ctx, (tx) => selectMessage(tx, this.place.companyId, id));
    return rows.some((row) => row.sessionId === sessionId && row.text === text);
  }

  /** Marks a turn that its room did not live to end; `close` closes its model calls as estimated. */
  async interrupt(
    messageId: string,
    events: SavedEvent[],
    lastEventId: number,
    close: SQL,
  ): Promise<void> {
    await inOneTrip(this.ctx, (tx) =>
      executeInline(
        tx,
        oneStatement(markInterrupted(tx, this.place, messageId, events, lastEventId), { close }),
      ),
    );
  }

  /** The messages whose events lie after `eventId`, oldest first. */
  savedAfter(eventId: number): Promise<SavedMessage[]> {
    return inOneTrip(this.ctx, (tx) => selectSavedAfter(tx, this.place, eventId));
  }

  private async land(
    input: NoteInput,
    writes: (customer: string | null) => SQLWrapper[],
    settle: SQLWrapper[],
    isRare: boolean,
  ): Promise<LandedLead | null> {
    const { heard } = input;
    if (heard) return landLead(this.ctx, this.leadOf(heard), writes, closings(settle));
    const [all, calls] = [writes(null), closings(settle)];
    if (isRare) await inOneTrip(this.ctx, (tx) => executeInline(tx, oneStatement(all, calls)));
    else await sendBound(this.ctx, boundStatement(this.ctx, all, calls));
    return null;
  }

  private leadOf({ details, sources, country }: HeardInChat): HeardLead {
    const { sessionId } = this.place;
    return { ...details, country, source: 'chat', details: sources, sessionId };
  }

  private accepting({ row, retry, limits, network, reserve }: AcceptInput): BoundStatement {
    const { place, visitorId, siteId } = this;
    const stored = retry
      ? reopenMessage(place, row)
      : insertMessage(place, { ...row, status: 'open' });
    const change = row.eventId === null ? {} : { lastEventId: row.eventId };
    const session = touchSession(place, row.view, change, retry ? 0 : 1);
    const reservation = takeTurnHits(limits.turns, { visitorId, siteId, network }, reserve);
    return boundStatement(this.ctx, [stored, session, tellStaff(place, row.view)], {
      ...(retry && { closed: retry }), // first: what it sets free the reservation may need
      reservation,
    });
  }

  private finishing(input: FinishInput, customer: string | null): SQLWrapper[] {
    const { humanAskedAt } = input;
    const human = humanAskedAt && { status: 'human' as const, humanRequestedAt: humanAskedAt };
    return [
      completeMessage(this.place, input.replyTo),
      ...withheldRows(this.place, input),
      ...this.noting({ ...input, session: { ...input.session, ...human } }, customer),
    ];
  }

  private noting({ message, session }: NoteInput, customerId: string | null): SQLWrapper[] {
    return [
      insertMessage(this.place, message),
      touchSession(this.place, message.view, { ...session, customerId }),
      tellStaff(this.place, message.view),
    ];
  }
}

/** One outbox row for a turn in which the price guard stepped in. */
function withheldRows({ companyId, sessionId }: Place, { withheld, message }: FinishInput) {
  if (withheld.length === 0) return [];
  const payload = { conversation_id: sessionId, message_id: message.view.id, withheld };
  return [outboxWrite(companyId, 'ai.price_guard', payload)];
}

/** A turn's model calls are closed by what its last statement returns. */
const closings = (settle: SQLWrapper[]): Record<string, SQLWrapper> =>
  Object.fromEntries(settle.map((close, i) => [`closed${i}`, close]));
