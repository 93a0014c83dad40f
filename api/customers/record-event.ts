import { customerEvents } from '../../db/schema/customers.ts';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';

/** What can happen to a customer, as their timeline tells it. */
export const CUSTOMER_EVENT_TYPES = [
  'created',
  'linked',
  'updated',
  'stage_changed',
  'other_details_kept',
  'conversation_moved',
  'deleted',
  'restored',
] as const;

export type CustomerEventType = (typeof CUSTOMER_EVENT_TYPES)[number];

/** Appends to a customer's timeline. The statement is not sent until it is awaited or executed. */
export function recordEvent(
  tx: TenantTx,
  ctx: Pick<Ctx, 'companyId' | 'actor' | 'now'>,
  customerId: string,
  type: CustomerEventType,
  payload: Record<string, unknown>,
) {
  return tx.insert(customerEvents).values({
    companyId: ctx.companyId,
    id: newId(),
    customerId,
    type,
    payload,
    actorType: ctx.actor.type,
    actorId: ctx.actor.id,
    createdAt: ctx.now(),
  });
}
