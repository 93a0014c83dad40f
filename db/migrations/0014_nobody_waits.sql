-- A turn's site was counted on one of so many rows at random, and waited where that was another's; a company
-- whose grants were all in use filled one of them up, one turn after the other, and had as few for the next.
-- Now a turn counts on a row that nobody has locked, and a company gets as many grants as it has turns at once.

-- As in 0011, but only a grant that is used up is filled again.
create or replace function take_from_ai_budget(p_month date, p_amount bigint) returns boolean
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
  where g.company_id = company and g.month = p_month and g.left_picousd < p_amount
  limit 1 for no key update skip locked;
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

-- As in 0012, on a row of the site that is free, or else a new one.
create or replace function door_take_turn_hits(
  p_visitor text, p_visitor_id text, p_visitor_s int, p_visitor_max int,
  p_site text, p_site_id text, p_site_s int, p_site_max int, p_shards int
) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  at_s double precision := extract(epoch from now());
  visitor_start timestamptz := to_timestamp(floor(at_s / p_visitor_s) * p_visitor_s);
  site_start timestamptz := to_timestamp(floor(at_s / p_site_s) * p_site_s);
  visitor text := p_visitor || ':' || p_visitor_id;
  site text := p_site || ':' || p_site_id;
  of_visitor bigint;
  of_site bigint;
begin
  insert into rate_counters as r (subject, window_start, shard, hits)
  values (visitor, visitor_start, 0, 1)
  on conflict (subject, window_start, shard) do update set hits = r.hits + 1
  returning r.hits into of_visitor;
  if of_visitor > p_visitor_max then
    raise exception using errcode = 'TS429', message = 'rate limit', detail = p_visitor || ' '
      || greatest(1, ceil(extract(epoch from visitor_start) + p_visitor_s - at_s)::int);
  end if;
  update rate_counters r set hits = r.hits + 1
  where r.subject = site and r.window_start = site_start and r.shard = (
    select f.shard from rate_counters f
    where f.subject = site and f.window_start = site_start
    limit 1 for no key update skip locked
  );
  if not found then
    insert into rate_counters as r (subject, window_start, shard, hits)
    values (site, site_start, floor(random() * p_shards)::int, 1)
    on conflict (subject, window_start, shard) do update set hits = r.hits + 1;
  end if;
  select sum(r.hits) into of_site from rate_counters r
  where r.subject = site and r.window_start = site_start;
  if of_site > p_site_max then
    raise exception using errcode = 'TS429', message = 'rate limit', detail = p_site || ' '
      || greatest(1, ceil(extract(epoch from site_start) + p_site_s - at_s)::int);
  end if;
  return least(p_visitor_max - of_visitor, p_site_max - of_site)::int;
end $$;
