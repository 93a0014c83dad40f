import { and, eq, sql } from 'drizzle-orm';
import { idempotencyKeys } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { inOneTrip, type TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { ALL_PERMISSIONS } from './permissions.ts';
import { can } from './require-permission.ts';

/** What was answered to the first request of a key. */
export interface KeptAnswer {
  status: number;
  body: string | null;
}

type Held = {
  id: string;
  fingerprint: string;
  made: string | null;
  fulfilled_at: string | null;
  permissions: string[];
} & {
  status: number | null;
  body: string | null;
};

/**
 * Takes an Idempotency-Key for the request: the claim that it then holds, or the answer that the same
 * request was given before.
 * An answer that was given to more permissions than the actor has now is refused.
 * @throws AppError `idempotency_key_reused`, `idempotency_in_progress`, `idempotency_answer_gone` or
 * `forbidden`
 */
export async function claimKey(
  ctx: Ctx,
  key: string,
  fingerprint: string,
): Promise<{ claim: string } | KeptAnswer> {
  const claim = newId();
  const actor = `${ctx.actor.type}:${ctx.actor.id}`;
  const permissions = ALL_PERMISSIONS.filter((permission) => can(ctx.actor, permission));
  const [row] = await inOneTrip(ctx, (tx) =>
    tx
      .execute<{ held: Held | null }>(
        sql`select claim_idempotency_key(${claim}::uuid, ${actor}, ${key}, ${fingerprint},
          array(select jsonb_array_elements_text(${JSON.stringify(permissions)}::text::jsonb))) as held`,
      )
      .execute(),
  );
  const held = row?.held;
  if (held?.id === claim) return { claim };
  if (held && held.fingerprint !== fingerprint) throw new AppError('idempotency_key_reused');
  if (held) assertStillMay(permissions, held.permissions);
  if (held?.status) return { status: held.status, body: held.body };
  if (held?.fulfilled_at) throw answerGone(held.made);
  throw new AppError('idempotency_in_progress', { headers: { 'Retry-After': RETRY_AFTER_S } });
}

function assertStillMay(permissions: string[], then: string[]): void {
  if (then.every((permission) => permissions.includes(permission))) return;
  throw new AppError('forbidden', {
    detail:
      'You may do less now than when this Idempotency-Key was used. Send the request with a new key.',
  });
}

const RETRY_AFTER_S = '2'; // longer than nearly every request takes

const answerGone = (made: string | null) =>
  new AppError('idempotency_answer_gone', {
    detail: `Read what it made or changed: ${made}. A lost API key is replaced by rotating it.`,
  });

/**
 * Ties the request's Idempotency-Key to the transaction that does what was asked: both are committed,
 * or neither. Sent at once; without a key it does nothing. `made` is what was made or changed.
 */
export async function fulfilClaim(tx: TenantTx, ctx: Ctx, made: string): Promise<void> {
  if (!ctx.claim) return;
  await tx.execute(sql`select fulfil_idempotency_key(${ctx.claim}::uuid, ${made}::uuid)`).execute();
}

/** Keeps the answer for whoever sends the same request again. */
export async function keepAnswer(ctx: Ctx, claim: string, answer: KeptAnswer): Promise<void> {
  await inOneTrip(ctx, async (tx) => tx.update(idempotencyKeys).set(answer).where(is(ctx, claim)));
}

/** Gives the key back when nothing was done: the same request may be tried again at once. */
export async function releaseClaim(ctx: Ctx, claim: string): Promise<void> {
  const idle = and(is(ctx, claim), sql`fulfilled_at is null`);
  await inOneTrip(ctx, async (tx) => tx.delete(idempotencyKeys).where(idle));
}

const is = ({ companyId }: Ctx, claim: string) =>
  and(eq(idempotencyKeys.companyId, companyId), eq(idempotencyKeys.id, claim));
