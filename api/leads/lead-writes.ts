import { type SQLWrapper, sql } from 'drizzle-orm';
import { leads } from '../../db/schema/customers.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Ctx } from '../context.ts';
import { insertCustomer, updateFromLead } from '../customers/customer-writes.ts';
import { insertKeys, renameKeys } from '../customers/key-writes.ts';
import { recordEvent } from '../customers/record-event.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import type { Details, GatheredLead, HeardLead, LeadDecision, LeadIds } from './lead.types.ts';

/** A lead that was decided, with what its statements need. */
export interface DecidedLead {
  heard: HeardLead;
  gathered: GatheredLead;
  decision: LeadDecision;
  ids: LeadIds;
}

type WriteCtx = Pick<Ctx, 'companyId' | 'actor' | 'now'>;

/** The customer that a decided lead lands on; null while there is none. */
export function customerOf({ decision, ids }: DecidedLead): string | null {
  if (decision.action === null) return null;
  return decision.customer?.id ?? ids.customerId;
}

/** The id of the lead's row: the conversation's, or a new one. */
export const leadIdOf = ({ gathered, ids }: DecidedLead) => gathered.lead?.id ?? ids.leadId;

/**
 * The statements that store a decided lead, unsent; no two touch the same row, so that they may be
 * joined into one. NOTE: the conversation's own row is not among them, see `linkSession`.
 */
export function leadWrites(tx: TenantTx, ctx: WriteCtx, lead: DecidedLead): SQLWrapper[] {
  const customerId = customerOf(lead);
  return [
    ...(customerId ? customerWrites(tx, ctx, lead, customerId) : []),
    upsertLead(tx, ctx, lead, customerId),
    recordOutbox(tx, ctx, 'lead.captured', {
      lead_id: leadIdOf(lead),
      customer_id: customerId,
      conversation_id: lead.heard.sessionId ?? null,
      action: lead.decision.action,
      fields: fieldsOf(lead.decision.values),
    }),
  ];
}

function customerWrites(tx: TenantTx, ctx: WriteCtx, lead: DecidedLead, id: string): SQLWrapper[] {
  const { customer, movedFrom } = lead.decision;
  const moved = movedFrom
    ? [
        recordEvent(tx, ctx, movedFrom, 'conversation_moved', {
          session_id: lead.heard.sessionId,
          to: id,
        }),
      ]
    : [];
  return [...(customer ? knownWrites(tx, ctx, lead, id) : newWrites(tx, ctx, lead, id)), ...moved];
}

function newWrites(tx: TenantTx, ctx: WriteCtx, lead: DecidedLead, id: string): SQLWrapper[] {
  const { heard, gathered, decision } = lead;
  const values = { ...decision.values, country: heard.country };
  const fields = fieldsOf(decision.values);
  const stage = gathered.session_quoted ? { stage: 'quoted' as const } : {};
  return [
    insertCustomer(tx, ctx, id, { ...values, ...stage, source: heard.source }),
    ...insertKeys(tx, ctx, id, values, values.name, gathered.candidates),
    recordEvent(tx, ctx, id, 'created', { fields, source: heard.source, ...originOf(lead) }),
    ...(gathered.session_quoted ? [movedToQuoted(tx, ctx, lead, id)] : []),
    recordAudit(tx, ctx, {
      customerId: id,
      action: 'customer.created',
      before: null,
      after: { ...decision.values, ...stage },
    }),
    recordOutbox(tx, ctx, 'customer.created', { customer_id: id, fields }),
  ];
}

function knownWrites(tx: TenantTx, ctx: WriteCtx, lead: DecidedLead, id: string): SQLWrapper[] {
  const { heard, gathered, decision } = lead;
  const { customer, changes, kept } = decision;
  if (!customer) return [];
  const others = gathered.candidates.filter((other) => other.id !== id);
  const name = changes.name ?? customer.name;
  const news = { ...kept, ...changes, country: heard.country };
  const linked = gathered.session_customer_id !== id;
  // Later, staff may have moved it back: only a new quote moves it again.
  const quoted = linked && gathered.session_quoted && customer.stage === 'lead';
  const statements: SQLWrapper[] = [
    updateFromLead(
      tx,
      ctx,
      customer,
      changes,
      { ...decision.values, name, country: customer.country },
      quoted ? 'quoted' : null,
    ),
    ...insertKeys(tx, ctx, id, news, name, others),
  ];
  if (changes.name) statements.push(...renameKeys(tx, ctx, id, customer.name, changes.name));
  if (linked) {
    const { confidence, evidence } = decision;
    statements.push(
      recordEvent(tx, ctx, id, 'linked', { confidence, evidence, ...originOf(lead) }),
    );
  }
  if (fieldsOf(kept).length > 0) {
    statements.push(
      recordEvent(tx, ctx, id, 'other_details_kept', { fields: fieldsOf(kept), values: kept }),
    );
  }
  return [...statements, ...tellings(tx, ctx, lead, id, { linked, quoted })];
}

function tellings(
  tx: TenantTx,
  ctx: WriteCtx,
  lead: DecidedLead,
  id: string,
  { linked, quoted }: { linked: boolean; quoted: boolean },
): SQLWrapper[] {
  const { customer, changes } = lead.decision;
  const changed = fieldsOf(changes);
  const before = Object.fromEntries(changed.map((field) => [field, customer?.[field]]));
  const update = { fields: changed, before, after: changes };
  const events = [
    ...(changed.length > 0 ? [recordEvent(tx, ctx, id, 'updated', update)] : []),
    ...(quoted ? [movedToQuoted(tx, ctx, lead, id)] : []),
  ];
  if (events.length > 0) {
    const was = quoted ? { ...before, stage: 'lead' } : before;
    const is = quoted ? { ...changes, stage: 'quoted' } : changes;
    return [
      ...events,
      recordAudit(tx, ctx, { customerId: id, action: 'customer.updated', before: was, after: is }),
      recordOutbox(tx, ctx, 'customer.updated', { customer_id: id, fields: Object.keys(is) }),
    ];
  }
  if (!linked) return [];
  const after = originOf(lead);
  return [recordAudit(tx, ctx, { customerId: id, action: 'customer.linked', before: null, after })];
}

function upsertLead(tx: TenantTx, ctx: WriteCtx, lead: DecidedLead, customerId: string | null) {
  const { heard, gathered, decision } = lead;
  const now = ctx.now();
  const row = {
    customerId,
    ...withNulls(decision.values),
    country: heard.country,
    details: heard.details,
    // A conversation's lead remembers how it first landed; later turns only add to it.
    action: gathered.lead?.customer_id === customerId ? gathered.lead.action : decision.action,
    confidence: decision.action ? Math.round(decision.confidence * 100) : null,
    evidence: decision.evidence,
    suggestions: decision.suggestions,
    updatedAt: now,
    ...(heard.notes ? { notes: heard.notes } : {}),
  };
  const { companyId } = ctx;
  return tx
    .insert(leads)
    .values({
      companyId,
      id: leadIdOf(lead),
      sessionId: heard.sessionId ?? null,
      source: heard.source,
      createdAt: now,
      ...row,
    })
    .onConflictDoUpdate({
      target: [leads.companyId, leads.id],
      set: { ...row, details: sql`${leads.details} || excluded.details` },
    });
}

const movedToQuoted = (tx: TenantTx, ctx: WriteCtx, lead: DecidedLead, id: string) =>
  recordEvent(tx, ctx, id, 'stage_changed', { from: 'lead', to: 'quoted', ...originOf(lead) });

const originOf = (lead: DecidedLead) => ({
  lead_id: leadIdOf(lead),
  ...(lead.heard.sessionId ? { session_id: lead.heard.sessionId } : {}),
});

const withNulls = ({ name = null, email = null, phone = null, address = null }: Details) => ({
  name,
  email,
  phone,
  address,
});

const fieldsOf = (details: Details) => Object.keys(details) as (keyof Details)[];
