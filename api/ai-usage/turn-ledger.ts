import { type SQLWrapper, sql } from 'drizzle-orm';
import type {
  AttemptLedger,
  AttemptOpened,
  AttemptResult,
  AttemptStart,
} from '../assistant/model/attempt-ledger.ts';
import type { Ctx } from '../context.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import {
  type AttemptPlace,
  type Reservation,
  readReservation,
  reserveExpression,
  settleExpression,
} from './attempts.ts';
import type { ModelPrice } from './model-price.ts';

/**
 * The ledger of one turn. The first call was reserved together with the visitor's message; a later one
 * costs a round trip, which also closes the one before. What is still to be closed at the end goes into
 * the turn's last statement: see `settlements`.
 */
export class TurnLedger implements AttemptLedger {
  private readonly ctx: Pick<Ctx, 'db' | 'companyId' | 'actor'>;
  private readonly place: AttemptPlace;
  private first: Reservation | null;
  private readonly prices = new Map<string, ModelPrice>();
  private closed: SQLWrapper[] = [];

  constructor(
    ctx: Pick<Ctx, 'db' | 'companyId' | 'actor'>,
    place: AttemptPlace,
    /** The value of the reserveExpression that went with the message; null when there was none. */
    first: unknown,
  ) {
    this.ctx = ctx;
    this.place = place;
    this.first = first == null ? null : readReservation(first);
  }

  async open(start: AttemptStart): Promise<AttemptOpened> {
    const reservation = this.first ?? (await this.reserve(start));
    this.first = null;
    if (!reservation.ok) return reservation;
    this.prices.set(reservation.id, reservation.price);
    return { ok: true, id: reservation.id };
  }

  close(id: string, result: AttemptResult): void {
    const price = this.prices.get(id);
    if (!price) return;
    this.prices.delete(id);
    this.closed.push(settleExpression(id, price, result));
  }

  /**
   * Expressions that close the turn's calls. A call that was reserved but never dispatched is closed
   * without cost.
   */
  settlements(): SQLWrapper[] {
    const { first } = this;
    this.first = null;
    if (first?.ok) this.closed.push(settleExpression(first.id, first.price, NEVER_DISPATCHED));
    return this.closed;
  }

  private async reserve(start: AttemptStart): Promise<Reservation> {
    const settled = this.closed;
    const reserve = reserveExpression(this.place, newId(), start);
    // In this order: what the last call gave back may be what the next one needs.
    const values = sql.join([...settled, sql`${reserve} as reservation`], sql`, `);
    const [row] = await inOneTrip(this.ctx, (tx) =>
      tx.execute<{ reservation: unknown }>(sql`select ${values}`),
    );
    this.closed = this.closed.filter((expression) => !settled.includes(expression));
    return readReservation(row?.reservation);
  }
}

const NEVER_DISPATCHED: AttemptResult = {
  outcome: 'aborted',
  modelAnswered: null,
  usage: null,
  estimate: { inputTokens: 0, outputTokens: 0 },
  latencyMs: 0,
  firstTokenMs: null,
};
