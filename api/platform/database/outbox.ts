import { outbox } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { newId } from '../ids.ts';
import { builder, SqlTemplate } from './sql-template.ts';
import type { TenantTx } from './tenant-db.ts';

/** What the rest of the world may learn of; the dashboard's live feed reads all of them. */
export type Topic =
  | 'chat.site_limit_reached'
  | 'conversation.created'
  | 'conversation.message'
  | 'conversation.updated'
  | 'lead.captured'
  | 'customer.created'
  | 'customer.updated'
  | 'quote.created'
  | 'ai.model_without_price'
  | 'ai.price_guard';

/** Appends to the outbox in the transaction of its cause. The payload is JSON as on the wire. */
export function recordOutbox(
  tx: TenantTx,
  ctx: Pick<Ctx, 'companyId'>,
  topic: Topic,
  payload: Record<string, unknown>,
) {
  return tx.insert(outbox).values({ companyId: ctx.companyId, id: newId(), topic, payload });
}

const outboxRow = new SqlTemplate<typeof outbox.$inferInsert>((slot) =>
  builder.insert(outbox).values({
    companyId: slot('companyId'),
    id: slot('id'),
    topic: slot('topic'),
    payload: slot('payload'),
  }),
);

/** The same as a part of a larger statement. */
export function outboxWrite(companyId: string, topic: Topic, payload: Record<string, unknown>) {
  return outboxRow.fill({ companyId, id: newId(), topic, payload });
}
