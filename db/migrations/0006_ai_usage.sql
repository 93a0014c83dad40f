-- The AI ledger: what models cost, what a company may spend, and each call's way from reserved to paid.
-- Everything here runs under the caller's row-level security, but for the one named door.

-- What a call was thought to take at most; a call that is never heard of again is closed with it.
alter table ai_usage_log
  add column input_estimate integer not null,
  add column max_output_tokens integer not null,
  add check (outcome in ('pending', 'ok', 'error', 'timeout', 'aborted', 'rate_limited', 'interrupted')),
  add check (measure in ('measured', 'estimated')),
  add check ((outcome = 'pending') = (closed_at is null));
create index ai_usage_log_pending on ai_usage_log (company_id, session_id) where outcome = 'pending';

-- Which models were asked for on which day that no price is known of; they were not called.
create table ai_unpriced_models (
  company_id uuid not null references companies (id) on delete cascade,
  model text not null,
  day date not null,
  created_at timestamptz default now() not null,
  primary key (company_id, model, day)
);
select protect_tenant_table('ai_unpriced_models', '{insert}');

-- Picodollars (10^-12 USD) for one token, from public price files; valid_from is the day on which they
-- were seen. Embedding models have one price: theirs is in both input columns.
insert into model_prices (
  id, model, valid_from, input_picousd, cached_input_picousd, output_picousd,
  long_over_tokens, long_input_picousd, long_cached_input_picousd, long_output_picousd
)
select gen_random_uuid(), seen.* from (values
  ('gpt-4o', '2026-07-24'::date, 2500000, 1250000, 10000000, null, null, null, null),
  ('gpt-4o-mini', '2026-07-24'::date, 150000, 75000, 600000, null, null, null, null),
  ('gpt-4.1', '2026-07-24'::date, 2000000, 500000, 8000000, null, null, null, null),
  ('gpt-4.1-mini', '2026-07-24'::date, 400000, 100000, 1600000, null, null, null, null),
  ('gpt-4.1-nano', '2026-07-24'::date, 100000, 25000, 400000, null, null, null, null),
  ('gpt-5', '2026-07-24'::date, 1250000, 125000, 10000000, null, null, null, null),
  ('gpt-5.1', '2026-07-24'::date, 1250000, 125000, 10000000, null, null, null, null),
  ('gpt-5-mini', '2026-07-24'::date, 250000, 25000, 2000000, null, null, null, null),
  ('gpt-5-nano', '2026-07-24'::date, 50000, 5000, 400000, null, null, null, null),
  ('gpt-5.2', '2026-07-24'::date, 1750000, 175000, 14000000, null, null, null, null),
  ('gpt-5.4', '2026-07-24'::date, 2500000, 250000, 15000000, 272000, 5000000, 500000, 22500000),
  ('gpt-5.4-mini', '2026-07-24'::date, 750000, 75000, 4500000, null, null, null, null),
  ('gpt-5.4-nano', '2026-07-24'::date, 200000, 20000, 1250000, null, null, null, null),
  ('gpt-5.5', '2026-07-24'::date, 5000000, 500000, 30000000, 272000, 10000000, 1000000, 45000000),
  ('o1', '2026-07-24'::date, 15000000, 7500000, 60000000, null, null, null, null),
  ('o3', '2026-07-24'::date, 2000000, 500000, 8000000, null, null, null, null),
  ('o3-mini', '2026-07-24'::date, 1100000, 550000, 4400000, null, null, null, null),
  ('o4-mini', '2026-07-24'::date, 1100000, 275000, 4400000, null, null, null, null),
  ('gpt-5.6-terra', '2026-07-30'::date, 2000000, 200000, 12000000, 272000, 4000000, 400000, 18000000),
  ('gpt-5.6-luna', '2026-07-30'::date, 200000, 20000, 1200000, 272000, 400000, 40000, 1800000),
  ('gpt-6-sol', '2026-09-22'::date, 2000000, 200000, 10000000, 272000, 4000000, 400000, 15000000),
  ('gpt-6-luna', '2026-09-22'::date, 100000, 10000, 500000, 272000, 200000, 20000, 750000),
  ('text-embedding-3-small', '2026-07-24'::date, 20000, 20000, 0, null, null, null, null),
  ('text-embedding-3-large', '2026-07-24'::date, 130000, 130000, 0, null, null, null, null)
) as seen (
  model, valid_from, input, cached, output, long_over, long_input, long_cached, long_output
);

-- The version of a model's price that holds on a day: the latest begun by then, else the first one
-- known. A dated name (gpt-4o-2024-08-06) has the price of its base name unless it has one of its own.
create function price_in_force(p_model text, p_on date) returns model_prices
language sql stable as $$
  select p from model_prices p
  where p.model in (p_model, regexp_replace(p_model, '-\d{4}-\d{2}-\d{2}$', ''))
  order by p.model = p_model desc, p.valid_from <= p_on desc, abs(p.valid_from - p_on)
  limit 1
$$;

-- What a call costs at most; api/ai-usage/price-usage.ts has the same rule for what it did cost.
create function ai_reservation(p model_prices, p_input int, p_max_output int) returns bigint
language sql immutable as $$
  select case when p_input > p.long_over_tokens
    then p_input * p.long_input_picousd + p_max_output * p.long_output_picousd
    else p_input * p.input_picousd + p_max_output * p.output_picousd
  end
$$;

create function this_company() returns uuid
language sql stable as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;

create function utc_month(p_at timestamptz) returns date
language sql immutable as $$ select date_trunc('month', p_at at time zone 'utc')::date $$;

-- Calls hold this lock together; setting a budget holds it alone, so that no call is half counted.
create function lock_ai_budget(p_company uuid, p_alone boolean default false) returns void
language plpgsql volatile as $$
declare key bigint := hashtextextended('ai_budget ' || p_company, 0);
begin
  if p_alone then perform pg_advisory_xact_lock(key);
  else perform pg_advisory_xact_lock_shared(key);
  end if;
end $$;

-- Says once a day that a model is configured which no price is known of. The refused call's id, which
-- no ledger row has, becomes the outbox row's.
create function tell_unpriced_model(p_id uuid, p_model text) returns void
language sql volatile as $$
  with news as (
    insert into ai_unpriced_models (company_id, model, day)
    values (this_company(), p_model, (now() at time zone 'utc')::date)
    on conflict do nothing
    returning model
  )
  insert into outbox (company_id, id, topic, payload)
  select this_company(), p_id, 'ai.model_without_price', jsonb_build_object('model', model) from news
$$;

-- Opens the ledger row of a call about to be dispatched and sets aside what it costs at most.
-- Returns {ok: true, id, price} or {ok: false, reason: 'budget_spent' | 'model_without_price'}.
-- A company without a limit has no row to queue on. Part of a transaction's last statement, so that
-- the budget's row is locked for no longer than the commit takes.
create function reserve_ai_attempt(
  p_id uuid, p_session uuid, p_message uuid, p_customer uuid, p_attempt int,
  p_model text, p_input int, p_max_output int
) returns jsonb
language plpgsql volatile as $$
declare
  company uuid := this_company();
  this_month date := utc_month(now());
  price model_prices := price_in_force(p_model, (now() at time zone 'utc')::date);
  latest ai_budgets;
  amount bigint;
begin
  if price.id is null then
    perform tell_unpriced_model(p_id, p_model);
    return jsonb_build_object('ok', false, 'reason', 'model_without_price');
  end if;
  amount := ai_reservation(price, p_input, p_max_output);
  perform lock_ai_budget(company);
  select * into latest from ai_budgets b
  where b.company_id = company and b.month <= this_month order by b.month desc limit 1;
  if latest.limit_picousd is not null then
    if latest.month < this_month then
      insert into ai_budgets (company_id, month, limit_picousd)
      values (company, this_month, latest.limit_picousd) on conflict do nothing;
    end if;
    update ai_budgets b set reserved_picousd = b.reserved_picousd + amount, updated_at = now()
    where b.company_id = company and b.month = this_month
      and b.spent_picousd + b.reserved_picousd + amount <= b.limit_picousd;
    if not found then
      return jsonb_build_object('ok', false, 'reason', 'budget_spent');
    end if;
  end if;
  insert into ai_usage_log (
    company_id, id, session_id, message_id, customer_id, attempt, model_asked,
    price_id, reserved_picousd, input_estimate, max_output_tokens
  ) values (
    company, p_id, p_session, p_message, p_customer, p_attempt, p_model,
    price.id, amount, p_input, p_max_output
  );
  return jsonb_build_object('ok', true, 'id', p_id, 'price', to_jsonb(price));
end $$;

-- Closes a call's ledger row with what it cost and returns its reservation to the month that it was
-- made in. Closing a closed row changes nothing. A cost above the reservation is recorded as it is.
create function settle_ai_attempt(
  p_id uuid, p_outcome text, p_measure text, p_model_answered text, p_raw_usage jsonb,
  p_input int, p_cached int, p_output int, p_reasoning int, p_cost bigint,
  p_latency_ms int, p_first_token_ms int
) returns boolean
language plpgsql volatile as $$
declare
  company uuid := this_company();
  closed record;
begin
  perform lock_ai_budget(company);
  update ai_usage_log l set
    outcome = p_outcome, measure = p_measure, model_answered = p_model_answered,
    raw_usage = p_raw_usage, input_tokens = p_input, cached_tokens = p_cached,
    output_tokens = p_output, reasoning_tokens = p_reasoning, cost_picousd = p_cost,
    latency_ms = p_latency_ms, first_token_ms = p_first_token_ms, closed_at = now()
  where l.company_id = company and l.id = p_id and l.outcome = 'pending'
  returning l.reserved_picousd, l.created_at into closed;
  if not found then return false; end if;
  update ai_budgets b set
    reserved_picousd = greatest(b.reserved_picousd - closed.reserved_picousd, 0),
    spent_picousd = b.spent_picousd + p_cost, updated_at = now()
  where b.company_id = company and b.month = utc_month(closed.created_at)
    and b.limit_picousd is not null;
  return true;
end $$;

-- Closes calls whose end nobody lived to tell, at what they were thought to cost at most: the provider
-- may have done all of it. Row-level security decides whose; returns how many.
create function close_abandoned_ai_attempts(p_session uuid, p_before timestamptz default 'infinity')
returns int
language plpgsql volatile as $$
declare closed int;
begin
  perform lock_ai_budget(company_id) from (
    select distinct company_id from ai_usage_log
    where outcome = 'pending' and created_at < p_before
      and (p_session is null or session_id = p_session)
    order by company_id
  ) as theirs;
  with done as (
    update ai_usage_log l set
      outcome = 'interrupted', measure = 'estimated', cost_picousd = reserved_picousd,
      input_tokens = input_estimate, output_tokens = max_output_tokens, closed_at = now()
    where outcome = 'pending' and created_at < p_before
      and (p_session is null or session_id = p_session)
    returning company_id, utc_month(created_at) as month, reserved_picousd as cost
  ), sums as (
    select company_id, month, sum(cost)::bigint as cost, count(*) as calls
    from done group by company_id, month
  ), budgets as (
    update ai_budgets b set
      reserved_picousd = greatest(b.reserved_picousd - s.cost, 0),
      spent_picousd = b.spent_picousd + s.cost, updated_at = now()
    from sums s
    where b.company_id = s.company_id and b.month = s.month and b.limit_picousd is not null
    returning 1
  )
  select coalesce(sum(calls), 0) into closed from sums;
  return closed;
end $$;

-- The cron's door: the same across companies, for rooms that are never woken again.
create function door_close_abandoned_attempts(p_older_than interval) returns int
language sql volatile security definer
set search_path = pg_catalog, public
as $$ select close_abandoned_ai_attempts(null, now() - p_older_than) $$;
revoke execute on function door_close_abandoned_attempts from public;
grant execute on function door_close_abandoned_attempts to tradesphere_app;

-- What the ledger says of a month: closed calls are spent, open ones reserved.
create function ai_month_totals(p_month date, out spent bigint, out reserved bigint)
language sql stable as $$
  select coalesce(sum(cost_picousd), 0)::bigint,
         coalesce(sum(reserved_picousd) filter (where outcome = 'pending'), 0)::bigint
  from ai_usage_log
  where company_id = this_company()
    and created_at >= p_month::timestamp at time zone 'utc'
    and created_at < (p_month + interval '1 month') at time zone 'utc'
$$;

-- Sets this month's limit (null: none) and counts afresh, since a month without a limit is not counted.
create function set_ai_budget(p_limit bigint) returns void
language plpgsql volatile as $$
declare
  this_month date := utc_month(now());
  totals record;
begin
  perform lock_ai_budget(this_company(), true);
  select * into totals from ai_month_totals(this_month);
  insert into ai_budgets (company_id, month, limit_picousd, spent_picousd, reserved_picousd)
  values (this_company(), this_month, p_limit, totals.spent, totals.reserved)
  on conflict (company_id, month) do update set
    limit_picousd = excluded.limit_picousd, spent_picousd = excluded.spent_picousd,
    reserved_picousd = excluded.reserved_picousd, updated_at = now();
end $$;
