-- A turn counts against its visitor, the network it comes from and its site. A visitor or a network over
-- its limit is refused; a site over its limit goes on with the guided assistant, so that nobody can silence it.

-- Counts a hit on a row of the subject that is not locked, or else a new one. Returns the window's hits.
create function count_hit_unlocked(p_subject text, p_start timestamptz, p_shards int) returns bigint
language plpgsql volatile as $$
begin
  update rate_counters r set hits = r.hits + 1
  where r.subject = p_subject and r.window_start = p_start and r.shard = (
    select f.shard from rate_counters f
    where f.subject = p_subject and f.window_start = p_start
    limit 1 for no key update skip locked
  );
  if not found then
    insert into rate_counters as r (subject, window_start, shard, hits)
    values (p_subject, p_start, floor(random() * p_shards)::int, 1)
    on conflict (subject, window_start, shard) do update set hits = r.hits + 1;
  end if;
  return (
    select sum(r.hits) from rate_counters r where r.subject = p_subject and r.window_start = p_start
  );
end $$;
revoke execute on function count_hit_unlocked from public;

-- Beside the version of 0014, which a Worker of before this migration still calls. All windows have the
-- same length. Returns the turns that the site has left, negative when it is over its limit.
create function door_take_turn_hits(
  p_window_s int, p_shards int,
  p_visitor text, p_visitor_id text, p_visitor_max int,
  p_network text, p_network_id text, p_network_max int,
  p_site text, p_site_id text, p_site_max int
) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  at_s double precision := extract(epoch from now());
  began timestamptz := to_timestamp(floor(at_s / p_window_s) * p_window_s);
  left_s int := greatest(1, ceil(extract(epoch from began) + p_window_s - at_s)::int);
  of_visitor bigint;
begin
  insert into rate_counters as r (subject, window_start, shard, hits)
  values (p_visitor || ':' || p_visitor_id, began, 0, 1)
  on conflict (subject, window_start, shard) do update set hits = r.hits + 1
  returning r.hits into of_visitor;
  if of_visitor > p_visitor_max then
    raise exception using errcode = 'TS429', message = 'rate limit',
      detail = p_visitor || ' ' || left_s;
  end if;
  if count_hit_unlocked(p_network || ':' || p_network_id, began, p_shards) > p_network_max then
    raise exception using errcode = 'TS429', message = 'rate limit',
      detail = p_network || ' ' || left_s;
  end if;
  return p_site_max - count_hit_unlocked(p_site || ':' || p_site_id, began, p_shards);
end $$;
revoke execute on function door_take_turn_hits(
  int, int, text, text, int, text, text, int, text, text, int
) from public;
grant execute on function door_take_turn_hits(
  int, int, text, text, int, text, text, int, text, text, int
) to tradesphere_app;

-- Answers a model call of a site over its limit, in the form of reserve_ai_attempt, and records it for staff
-- once a window: the event's id is made of the site and the window.
create function refuse_over_site_limit(p_site uuid, p_window_s int, p_site_max int) returns jsonb
language plpgsql volatile as $$
declare
  window_start bigint := floor(extract(epoch from now()) / p_window_s) * p_window_s;
begin
  insert into outbox (company_id, id, topic, payload)
  values (
    this_company(), md5('site limit ' || p_site || ' ' || window_start)::uuid,
    'chat.site_limit_reached',
    jsonb_build_object(
      'site_id', p_site, 'limit', p_site_max, 'window_s', p_window_s,
      'until', to_char(
        to_timestamp(window_start + p_window_s) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    )
  )
  on conflict do nothing;
  return '{"ok": false, "reason": "site_limit_reached"}';
end $$;
