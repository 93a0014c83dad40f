import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type {
  AttemptRefusal,
  AttemptResult,
  AttemptStart,
} from '../assistant/model/attempt-ledger.ts';
import { SqlTemplate } from '../platform/database/sql-template.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { type ModelPrice, type ModelPriceJson, modelPriceOf } from './model-price.ts';
import { priceUsage } from './price-usage.ts';
import { readUsage, type Usage } from './usage.ts';

/** Whose call it is. */
export interface AttemptPlace {
  sessionId: string;
  /** The visitor's message whose turn the call serves. */
  messageId: string;
  customerId: string | null;
}

/** What the database says of a call that asks to be dispatched. */
export type Reservation =
  | { ok: true; id: string; price: ModelPrice }
  | { ok: false; reason: AttemptRefusal };

/**
 * An expression that opens a call's ledger row and reserves its most; see readReservation for its value.
 * Like all three here it stands in a select of the caller's, so that a turn's writes stay one statement.
 */
export function reserveExpression(
  place: AttemptPlace,
  id: string,
  start: AttemptStart,
): SQLWrapper {
  return reservation.fill({ id, ...place, ...start });
}

const reservation = new SqlTemplate<AttemptPlace & AttemptStart & { id: string }>(
  (slot) =>
    sql`reserve_ai_attempt(${slot('id')}::uuid, ${slot('sessionId')}::uuid, ${slot('messageId')}::uuid, ${slot('customerId')}::uuid, ${slot('attempt')}::int, ${slot('model')}::text, ${slot('inputEstimate')}::int, ${slot('maxOutputTokens')}::int)`,
);

/** Reads the value of a reserveExpression. */
export function readReservation(value: unknown): Reservation {
  const json = value as { ok: boolean; id: string; price: ModelPriceJson; reason: AttemptRefusal };
  if (!json.ok) return { ok: false, reason: json.reason };
  return { ok: true, id: json.id, price: modelPriceOf(json.price) };
}

/** An expression that closes a call's row with what it cost; closing it again changes nothing. */
export function settleExpression(id: string, price: ModelPrice, result: AttemptResult): SQLWrapper {
  const measured = readUsage(result.usage);
  const usage = measured ?? { ...result.estimate, cachedTokens: 0, reasoningTokens: 0 };
  return settlement.fill({
    id,
    outcome: result.outcome,
    measure: measured ? 'measured' : 'estimated',
    modelAnswered: result.modelAnswered && storableName(result.modelAnswered),
    raw: storableUsage(result.usage),
    inputTokens: usage.inputTokens,
    cachedTokens: usage.cachedTokens,
    outputTokens: usage.outputTokens,
    reasoningTokens: usage.reasoningTokens,
    cost: priceUsage(price, usage).toString(),
    latencyMs: Math.round(result.latencyMs),
    firstTokenMs: roundOrNull(result.firstTokenMs),
  });
}

interface Settlement extends Usage {
  id: string;
  outcome: string;
  measure: 'measured' | 'estimated';
  modelAnswered: string | null;
  raw: string | null;
  cost: string;
  latencyMs: number;
  firstTokenMs: number | null;
}

const settlement = new SqlTemplate<Settlement>(
  (slot) =>
    sql`settle_ai_attempt(${slot('id')}::uuid, ${slot('outcome')}::text, ${slot('measure')}::text, ${slot('modelAnswered')}::text, ${slot('raw')}::jsonb, ${slot('inputTokens')}::int, ${slot('cachedTokens')}::int, ${slot('outputTokens')}::int, ${slot('reasoningTokens')}::int, ${slot('cost')}::bigint, ${slot('latencyMs')}::int, ${slot('firstTokenMs')}::int)`,
);

/** A settleExpression of no call: what a statement that will close one looks like. */
export function settleSample(): SQLWrapper {
  const price = { id: '', model: '', input: 0n, cachedInput: 0n, output: 0n, long: null };
  return settleExpression(newId(), price, {
    outcome: 'ok',
    modelAnswered: null,
    usage: null,
    estimate: { inputTokens: 0, outputTokens: 0 },
    latencyMs: 0,
    firstTokenMs: 0,
  });
}

/** An expression that closes a session's unfinished calls as estimated, at what was reserved. */
export function closeAbandonedExpression(sessionId: string): SQL {
  return sql`close_abandoned_ai_attempts(${sessionId}::uuid)`;
}

/** Reserves in a statement of its own. */
export async function reserveAttempt(
  tx: TenantTx,
  place: AttemptPlace,
  id: string,
  start: AttemptStart,
): Promise<Reservation> {
  const expression = reserveExpression(place, id, start);
  const [row] = await tx.execute<{ reservation: unknown }>(
    sql`select ${expression} as reservation`,
  );
  return readReservation(row?.reservation);
}

/** Settles in a statement of its own; false when the row was closed already. */
export async function settleAttempt(
  tx: TenantTx,
  id: string,
  price: ModelPrice,
  result: AttemptResult,
): Promise<boolean> {
  const expression = settleExpression(id, price, result);
  const [row] = await tx.execute<{ settled: boolean }>(sql`select ${expression} as settled`);
  return row?.settled ?? false;
}

/** Closes a session's unfinished calls; a room does it when it starts. Returns how many there were. */
export async function closeAbandonedAttempts(tx: TenantTx, sessionId: string): Promise<number> {
  const expression = closeAbandonedExpression(sessionId);
  const [row] = await tx.execute<{ closed: number }>(sql`select ${expression} as closed`);
  return row?.closed ?? 0;
}

const RAW_USAGE_CHARACTERS_MAX = 10_000; // twenty times the largest that a provider is known to send
const MODEL_NAME_CHARACTERS_MAX = 200;

/** The provider's usage object as JSON; null where Postgres could not store it (NUL, half a character, too long). */
function storableUsage(usage: unknown): string | null {
  if (usage == null) return null;
  try {
    const json = JSON.stringify(usage);
    return json.length > RAW_USAGE_CHARACTERS_MAX || UNSTORABLE_ESCAPE.test(json) ? null : json;
  } catch {
    return null; // nested deeper than the stack is
  }
}

const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/;

const storableName = (name: string): string =>
  name.replaceAll('\0', '').toWellFormed().slice(0, MODEL_NAME_CHARACTERS_MAX);

const roundOrNull = (ms: number | null) => (ms === null ? null : Math.round(ms));
