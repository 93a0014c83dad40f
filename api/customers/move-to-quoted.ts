import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';

/**
 * Moves a lead that has got a quote on to the stage `quoted`; any other stage stays. The parts of a
 * WITH, each after a comma, for the statement that stores the quote.
 * @param customer an expression of the customer's id; null where there is none
 */
export function moveToQuoted(
  ctx: Pick<Ctx, 'companyId' | 'actor' | 'now'>,
  customer: SQL,
  quoteId: string,
): SQL {
  const { actor } = ctx;
  const company = sql`${ctx.companyId}::uuid`;
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  const change = { from: 'lead', to: 'quoted', quote_id: quoteId };
  return sql`, moved as (
      update customers set stage = 'quoted', version = version + 1, updated_at = ${now}
      where company_id = ${company} and id = ${customer} and stage = 'lead'
      returning id
    ), moved_event as (
      insert into customer_events (company_id, id, customer_id, type, payload, actor_type, actor_id, created_at)
      select ${company}, ${newId()}::uuid, id, 'stage_changed', ${json(change)}, ${actor.type}, ${actor.id}, ${now}
      from moved
    ), moved_audit as (
      insert into customer_audit_log (company_id, id, customer_id, action, actor_type, actor_id, before, after)
      select ${company}, ${newId()}::uuid, id, 'customer.updated', ${actor.type}, ${actor.id},
        ${json({ stage: 'lead' })}, ${json({ stage: 'quoted' })}
      from moved
    ), moved_told as (
      insert into outbox (company_id, id, topic, payload)
      select ${company}, ${newId()}::uuid, 'customer.updated',
        jsonb_build_object('customer_id', id, 'fields', array['stage'])
      from moved
    )`;
}
