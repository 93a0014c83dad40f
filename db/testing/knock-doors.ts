import type postgres from 'postgres';
import { newId } from '../../api/platform/ids.ts';
import { rolledBack } from './act-as.ts';
import { sampleSecrets } from './tenant-rows.ts';

/** Who knocks: the runtime role, which a door serves, and the owner, whom a door runs as. */
export interface Callers {
  app: postgres.Sql;
  owner: postgres.Sql;
}

type Knock = (callers: Callers, company: string) => Promise<boolean>;

/**
 * Asks the doors that need to see a table past its tenant policies. Returns what is wrong; a table
 * that the owner may look past for no door that is known here is wrong, too.
 */
export async function knockDoors(
  callers: Callers,
  table: string,
  company: string,
): Promise<string[]> {
  const knock = KNOCKS[table];
  if (!knock) return [`${table}: no door is known to need it`];
  const answered = await knock(callers, company).catch(() => false);
  return answered ? [] : [`${table}: its door does not answer`];
}

const site: Knock = ({ app }, company) =>
  finds(app, (tx) => tx`select from door_site(${sampleSecrets(company).publishableKey})`);

const logIn: Knock = ({ app }, company) =>
  finds(
    app,
    (tx) => tx`select from begin_log_in(${sampleSecrets(company).email}, '192.0.2.1', '')
      where user_id is not null and company_id = ${company}`,
  );

const session: Knock = ({ app }, company) =>
  finds(app, (tx) => tx`select from door_user_session(${sampleSecrets(company).sessionHash})`);

const apiKey: Knock = ({ app }, company) =>
  finds(app, (tx) => tx`select from door_api_key(${sampleSecrets(company).apiKeyHash})`);

/** The cron closes what is pending in every company and settles it with the month's budget. */
const abandoned: Knock = ({ app }, company) =>
  rolledBack(app, company, async (tx) => {
    await tx`select set_ai_budget(1000000)`;
    await tx`select set_config('app.company_id', '', true)`;
    const [row] = await tx`select door_close_abandoned_attempts(interval '1 minute') as closed`;
    await tx`select set_config('app.company_id', ${company}, true)`;
    const settled = await tx`select from ai_settlements where month = utc_month(now())`;
    return row?.closed > 0 && settled.length > 0;
  });

/** A person who signs up is in no company yet. */
const signUp: Knock = ({ app }) =>
  rolledBack(app, newId(), async (tx) => {
    await tx`insert into companies (id, name) values (current_company(), 'New')`;
    const [row] = await tx`
      select create_company_owner(gen_random_uuid(), 'new@example.com', 'New', 'none') as made`;
    return row?.made === true;
  });

const forgottenKeys: Knock = ({ app }, company) =>
  rolledBack(app, company, async (tx) => {
    await tx`update idempotency_keys set claimed_at = now() - interval '25 hours'`;
    await tx`select set_config('app.company_id', '', true)`;
    await tx`select door_forget_idempotency_keys()`;
    await tx`select set_config('app.company_id', ${company}, true)`;
    return (await tx`select from idempotency_keys`).length === 0;
  });

const oldSecurityEvents: Knock = ({ app }, company) =>
  rolledBack(app, company, async (tx) => {
    await tx`insert into security_events (company_id, id, kind, network, request_id, created_at)
      values (${company}, gen_random_uuid(), 'log_in', '192.0.2.1', 'old', now() - interval '181 days')`;
    await tx`select set_config('app.company_id', '', true)`;
    await tx`select delete_old_security_events()`;
    await tx`select set_config('app.company_id', ${company}, true)`;
    return (await tx`select from security_events where request_id = 'old'`).length === 0;
  });

/** The seal of an audit row notes how far the log has come, where its writer may not. */
const sealed: Knock = ({ app }, company) =>
  rolledBack(app, company, async (tx) => {
    await tx`insert into customer_audit_log (company_id, id, customer_id, action, actor_type, actor_id)
      values (${company}, gen_random_uuid(), gen_random_uuid(), 'knocked', 'system', 'test')`;
    const met =
      await tx`select from audit_heads join customer_audit_log using (company_id, seq, hash)
      where action = 'knocked'`;
    return met.length === 1;
  });

/** Arrays' and texts' operators are not leakproof: behind the tenant policies no index serves them. */
const search: Knock = ({ owner }, company) =>
  rolledBack(owner, company, async (tx) => {
    await tx`set local enable_seqscan = off`;
    // So few rows are as well read in any order that an index has.
    await tx`drop index customers_by_activity, customers_by_age, customers_by_name, customers_by_text`;
    const plan =
      await tx`explain select from customers where look_keys @> '{1}' and deleted_at is null`;
    return plan.some((line) => line['QUERY PLAN'].includes('customers_by_look_key'));
  });

const KNOCKS: Record<string, Knock> = {
  audit_heads: sealed,
  companies: site,
  sites: site,
  users: signUp,
  memberships: logIn,
  user_sessions: session,
  api_keys: apiKey,
  ai_usage_log: abandoned,
  ai_budgets: abandoned,
  ai_settlements: abandoned,
  customers: search,
  idempotency_keys: forgottenKeys,
  security_events: oldSecurityEvents,
};

/** Whether a door finds the one row of a company, asked before any company is known. */
function finds(
  app: postgres.Sql,
  ask: (tx: postgres.TransactionSql) => PromiseLike<{ length: number }>,
): Promise<boolean> {
  return rolledBack(app, null, async (tx) => (await ask(tx)).length === 1);
}
