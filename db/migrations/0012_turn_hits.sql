-- Both of a turn's limits in one message: counts it against its visitor and its site, or refuses the whole
-- transaction as door_take_hit does. Returns how many turns are left to the one that has fewer.
create function door_take_turn_hits(
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
  insert into rate_counters as r (subject, window_start, shard, hits)
  values (site, site_start, floor(random() * p_shards)::int, 1)
  on conflict (subject, window_start, shard) do update set hits = r.hits + 1;
  select sum(r.hits) into of_site from rate_counters r
  where r.subject = site and r.window_start = site_start;
  if of_site > p_site_max then
    raise exception using errcode = 'TS429', message = 'rate limit', detail = p_site || ' '
      || greatest(1, ceil(extract(epoch from site_start) + p_site_s - at_s)::int);
  end if;
  return least(p_visitor_max - of_visitor, p_site_max - of_site)::int;
end $$;
revoke execute on function door_take_turn_hits from public;
grant execute on function door_take_turn_hits to tradesphere_app;
