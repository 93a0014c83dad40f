-- The turns of a company queued on their budget's row twice each, to reserve and to settle, until the
-- commit of the one before. Now what a call has cost waits beside the budget until it is counted; until
-- then it counts as reserved, which is more.
create table ai_settlements (
  company_id uuid not null, -- as in the ledger, no foreign key: every turn would lock the same row
  -- The call's.
  id uuid not null,
  month date not null,
  reserved_picousd bigint not null,
  cost_picousd bigint not null,
  primary key (company_id, id)
);
select protect_tenant_table('ai_settlements', '{insert,delete}');
create policy door on ai_settlements to current_user using (true) with check (true);

-- What of a budget is set aside for calls to come: reserved there already, handed out here to whoever
-- finds a grant that nobody has locked. So nobody waits for another's commit, and far from its limit a
-- budget's row is asked once in a hundred calls.
create table ai_budget_grants (
  company_id uuid not null,
  month date not null,
  grant_no int not null,
  left_picousd bigint default 0 not null check (left_picousd >= 0),
  primary key (company_id, month, grant_no)
) with (fillfactor = 50);
select protect_tenant_table('ai_budget_grants', '{insert,update}');

-- Counts what waits. Takes the budget's row first, as all do that lock both.
create function count_ai_settlements(p_month date) returns void
language plpgsql volatile as $$
declare
  company uuid := this_company();
  counted record;
begin
  perform from ai_budgets b where b.company_id = company and b.month = p_month for update;
  with gone as (
    delete from ai_settlements s where s.company_id = company and s.month = p_month
    returning s.reserved_picousd, s.cost_picousd
  )
  select coalesce(sum(reserved_picousd), 0) as reserved, coalesce(sum(cost_picousd), 0) as cost,
         count(*) as calls
  into counted from gone;
  if counted.calls = 0 then return; end if;
  update ai_budgets b set
    reserved_picousd = greatest(b.reserved_picousd - counted.reserved, 0),
    spent_picousd = b.spent_picousd + counted.cost, updated_at = now()
  where b.company_id = company and b.month = p_month;
end $$;

-- Takes the amount out of a grant; false when none that is free has as much. A grant that turned out to
-- have less stays locked, so a search in vain is undone: whoever goes on to the budget holds no grant.
create function take_from_ai_grant(p_month date, p_amount bigint) returns boolean
language plpgsql volatile as $$
begin
  update ai_budget_grants g set left_picousd = g.left_picousd - p_amount
  where g.company_id = this_company() and g.month = p_month and g.grant_no = (
    select f.grant_no from ai_budget_grants f
    where f.company_id = this_company() and f.month = p_month and f.left_picousd >= p_amount
    order by f.grant_no limit 1 for no key update skip locked
  );
  if not found then raise exception using errcode = 'TS404', message = 'no grant'; end if;
  return true;
exception when sqlstate 'TS404' then
  return false;
end $$;

-- Reserves the amount in the budget itself, and a grant for later calls where there is enough. What is
-- granted and not used is taken back before anything is refused.
create function take_from_ai_budget(p_month date, p_amount bigint) returns boolean
language plpgsql volatile as $$
declare
  company uuid := this_company();
  free bigint;
  back bigint;
  extra bigint;
  into_no int;
begin
  perform count_ai_settlements(p_month);
  select b.limit_picousd - b.spent_picousd - b.reserved_picousd - p_amount into free
  from ai_budgets b where b.company_id = company and b.month = p_month;
  if free < 0 then
    perform from ai_budget_grants g
    where g.company_id = company and g.month = p_month order by g.grant_no for update;
    select coalesce(sum(g.left_picousd), 0) into back
    from ai_budget_grants g where g.company_id = company and g.month = p_month;
    update ai_budget_grants g set left_picousd = 0
    where g.company_id = company and g.month = p_month and g.left_picousd > 0;
    update ai_budgets b set reserved_picousd = b.reserved_picousd - back
    where b.company_id = company and b.month = p_month;
    free := free + back;
  end if;
  if free < 0 then return false; end if;
  extra := least(free / 32, 200 * p_amount); -- what waits is counted once in so many calls
  if extra < p_amount then extra := 0; end if;
  update ai_budgets b set reserved_picousd = b.reserved_picousd + p_amount + extra, updated_at = now()
  where b.company_id = company and b.month = p_month;
  if extra = 0 then return true; end if;
  select g.grant_no into into_no from ai_budget_grants g
  where g.company_id = company and g.month = p_month
  order by g.left_picousd limit 1 for no key update skip locked;
  if found then
    update ai_budget_grants g set left_picousd = g.left_picousd + extra
    where g.company_id = company and g.month = p_month and g.grant_no = into_no;
  else
    insert into ai_budget_grants (company_id, month, grant_no, left_picousd)
    select company, p_month, coalesce(max(g.grant_no), 0) + 1, extra from ai_budget_grants g
    where g.company_id = company and g.month = p_month;
  end if;
  return true;
end $$;

-- As in 0006, out of a grant or else out of the budget itself.
create or replace function reserve_ai_attempt(
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
    if not take_from_ai_grant(this_month, amount)
      and not take_from_ai_budget(this_month, amount) then
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

create or replace function settle_ai_attempt(
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
  returning l.reserved_picousd, utc_month(l.created_at) as month into closed;
  if not found then return false; end if;
  insert into ai_settlements (company_id, id, month, reserved_picousd, cost_picousd)
  select company, p_id, closed.month, closed.reserved_picousd, p_cost from ai_budgets b
  where b.company_id = company and b.month = closed.month and b.limit_picousd is not null;
  return true;
end $$;

create or replace function close_abandoned_ai_attempts(
  p_session uuid, p_before timestamptz default 'infinity'
) returns int
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
    returning company_id, id, utc_month(created_at) as month, reserved_picousd as cost
  ), settled as (
    insert into ai_settlements (company_id, id, month, reserved_picousd, cost_picousd)
    select company_id, d.id, month, d.cost, d.cost
    from done d join ai_budgets b using (company_id, month) where b.limit_picousd is not null
  )
  select count(*) into closed from done;
  return closed;
end $$;

create or replace function set_ai_budget(p_limit bigint) returns void
language plpgsql volatile as $$
declare
  this_month date := utc_month(now());
  totals record;
begin
  perform lock_ai_budget(this_company(), true);
  delete from ai_settlements s where s.company_id = this_company() and s.month = this_month;
  update ai_budget_grants g set left_picousd = 0
  where g.company_id = this_company() and g.month = this_month;
  select * into totals from ai_month_totals(this_month);
  insert into ai_budgets (company_id, month, limit_picousd, spent_picousd, reserved_picousd)
  values (this_company(), this_month, p_limit, totals.spent, totals.reserved)
  on conflict (company_id, month) do update set
    limit_picousd = excluded.limit_picousd, spent_picousd = excluded.spent_picousd,
    reserved_picousd = excluded.reserved_picousd, updated_at = now();
end $$;
