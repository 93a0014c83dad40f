import type postgres from 'postgres';
import { newId } from '../../api/platform/ids.ts';

type Row = Record<string, unknown>;

/** Ids that a company's sample rows share. */
function sampleIds() {
  const names = ['company', 'user', 'site', 'visitor', 'session', 'customer', 'price'] as const;
  return Object.fromEntries(names.map((name) => [name, newId()])) as Record<
    (typeof names)[number],
    string
  >;
}

/** Old enough for the scheduled job to close the sample's model call. */
const ABANDONED_MS = 120_000;

/** What a sample company is known by before it is known which one it is. */
export const sampleSecrets = (company: string) => ({
  email: `${company}@example.com`,
  publishableKey: `pk_${company}`,
  sessionHash: `session-${company}`,
  apiKeyHash: `key-${company}`,
});

/**
 * One row for each tenant table, parents first. A table that is missing here makes the tenancy test
 * fail: whoever adds a table says what a row of it looks like.
 */
function sampleRows(id: ReturnType<typeof sampleIds>): [table: string, row: Row][] {
  const tenant = () => ({ company_id: id.company, id: newId() });
  const usage = { session_id: id.session, message_id: newId(), attempt: 1, model_asked: 'gpt-4o' };
  const actor = { actor_type: 'system', actor_id: 'test' };
  const { email, publishableKey, sessionHash, apiKeyHash } = sampleSecrets(id.company);
  return [
    ['users', { id: id.user, email, name: 'Sample', password_hash: 'none' }],
    ['companies', { id: id.company, name: 'Sample' }],
    ['memberships', { company_id: id.company, user_id: id.user, role: 'owner' }],
    ['user_sessions', { ...tenant(), id: sessionHash, user_id: id.user, expires_at: new Date() }],
    ['api_keys', { ...tenant(), name: 'k', key_hash: apiKeyHash, last_four: 'abcd', scopes: [] }],
    [
      'sites',
      { ...tenant(), id: id.site, name: 's', publishable_key: publishableKey, greeting: 'hi' },
    ],
    ['visitors', { ...tenant(), id: id.visitor, site_id: id.site }],
    ['customers', { ...tenant(), id: id.customer, name: 'Maria' }],
    [
      'chat_sessions',
      { ...tenant(), id: id.session, site_id: id.site, visitor_id: id.visitor, page_url: '/' },
    ],
    ['chat_messages', { ...tenant(), session_id: id.session, seq: 1, role: 'visitor', text: 'hi' }],
    [
      'customer_matching_keys',
      { company_id: id.company, customer_id: id.customer, kind: 'phone', value: newId() },
    ],
    ['leads', { ...tenant(), session_id: id.session, source: 'chat' }],
    ['customer_events', { ...tenant(), customer_id: id.customer, type: 'created', ...actor }],
    ['audit_heads', { company_id: id.company }],
    ['customer_audit_log', { ...tenant(), customer_id: id.customer, action: 'created', ...actor }],
    ['calculator_configs', { ...tenant(), version: 1, config: {} }],
    [
      'calculation_history',
      {
        ...tenant(),
        number: 'Q-1',
        service: 'patio',
        title: 'Patio',
        inputs: {},
        currency: 'USD',
        lines: [],
        subtotal: 1,
        tax: 0,
        total: 1,
        waterfall: [],
        config_version: 1,
        valid_until: '2026-12-31',
      },
    ],
    [
      'ai_usage_log',
      {
        ...tenant(),
        ...usage,
        price_id: id.price,
        reserved_picousd: 1,
        input_estimate: 1,
        max_output_tokens: 1,
        created_at: new Date(Date.now() - ABANDONED_MS),
      },
    ],
    ['ai_budgets', { company_id: id.company, month: '2026-01-01' }],
    ['ai_settlements', { ...tenant(), month: '2026-01-01', reserved_picousd: 1, cost_picousd: 1 }],
    [
      'ai_budget_grants',
      { company_id: id.company, month: '2026-01-01', grant_no: 1, left_picousd: 1 },
    ],
    ['ai_unpriced_models', { company_id: id.company, model: 'none', day: '2026-01-01' }],
    ['idempotency_keys', { ...tenant(), actor: 'user:u', key: 'k', fingerprint: 'f' }],
    ['security_events', { ...tenant(), kind: 'log_in', network: '192.0.2.1', request_id: newId() }],
    ['outbox', { ...tenant(), topic: 'customer.created', payload: {} }],
  ];
}

/** The names of the tables that sample rows exist for. */
export const sampledTables = (): string[] => sampleRows(sampleIds()).map(([table]) => table);

/** A company with one row in every tenant table, written past row-level security. */
export async function insertSampleCompany(superuser: postgres.Sql): Promise<string> {
  const id = sampleIds();
  const [price] = await superuser`select id from model_prices limit 1`;
  id.price = price?.id;
  for (const [table, row] of sampleRows(id)) {
    await superuser`insert into ${superuser(table)} ${superuser(row)}`;
  }
  return id.company;
}
