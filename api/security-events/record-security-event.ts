import type { Ctx } from '../context.ts';
import type { Database } from '../platform/database/connect.ts';
import { inOneTrip, type TenantTx } from '../platform/database/tenant-db.ts';
import type { Kind } from './kinds.ts';
import { logSecurityEvent } from './log-security-event.ts';
import { insertSecurityEvent } from './queries.ts';

/** A person or a key. */
export interface Party {
  type: 'user' | 'api_key';
  id: string;
}

export interface SecurityEvent {
  kind: Kind;
  /** Who acted; null when the request was not authenticated. */
  actor: Party | null;
  /** The account or key that was acted on. */
  target?: Party;
  /** What else tells two events of a kind apart, at most 200 characters; never personal data. */
  detail?: string;
}

/** Where an event comes from. */
export interface EventSource {
  db: Database;
  /** Null when it is not known whom the request concerns: then there is only a log line. */
  companyId: string | null;
  /** As clientNetwork names it. */
  network: string;
  requestId: string;
}

const NO_COMPANY = '00000000-0000-0000-0000-000000000000';

/**
 * Records an event of the company and writes it to the log. Of refusals at most 10 of a kind are kept for a
 * network and minute, and 100 for a company and hour. Without a company it does the same work and keeps
 * nothing, so that the time does not tell whether an account exists.
 */
export async function recordSecurityEvent(
  source: EventSource,
  event: SecurityEvent,
): Promise<void> {
  const companyId = source.companyId ?? NO_COMPANY;
  const scope = { db: source.db, companyId, actor: { type: 'system' as const, id: 'security' } };
  const isKept = await inOneTrip(scope, (tx) =>
    insertSecurityEvent(tx, { ...source, companyId }, event),
  );
  if (isKept || !source.companyId) logSecurityEvent(source, event);
}

/** Records what the actor of `ctx` did to a key, in the transaction that does it. */
export async function recordKeyChange(
  tx: TenantTx,
  ctx: Ctx,
  kind: 'api_key_created' | 'api_key_rotated' | 'api_key_revoked',
  keyId: string,
): Promise<void> {
  const { companyId, requestId, network = 'unknown' } = ctx;
  const source = { companyId, requestId, network };
  const event = { kind, actor: partyOf(ctx), target: { type: 'api_key', id: keyId } } as const;
  await insertSecurityEvent(tx, source, event);
  logSecurityEvent(source, event);
}

/** The actor as a party; null for a visitor and the system. */
export function partyOf({ actor }: Pick<Ctx, 'actor'>): Party | null {
  return actor.type === 'user' || actor.type === 'api_key'
    ? { type: actor.type, id: actor.id }
    : null;
}
