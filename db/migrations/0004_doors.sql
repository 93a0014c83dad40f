-- The named doors: what must be answered before a company is known. Each is SECURITY DEFINER with
-- a pinned search path and returns no more than its caller needs.

-- The widget sends a publishable key and nothing else.
create function door_site(p_key text)
returns table (
  company_id uuid, company_name text, country text, currency text, facts jsonb,
  site_id uuid, site_name text, allowed_origins text[], accent text, "position" text,
  greeting text, locale text, starters text[], consent_text text
)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  select c.id, c.name, c.country, c.currency, c.facts,
         s.id, s.name, s.allowed_origins, s.accent, s.position,
         s.greeting, s.locale, s.starters, s.consent_text
  from sites s join companies c on c.id = s.company_id
  where s.publishable_key = p_key and s.deleted_at is null and c.deleted_at is null
$$;
revoke execute on function door_site from public;
grant execute on function door_site to tradesphere_app;

-- Rate limits count visitors, addresses and keys alike, some of them before a company is known.
-- `shard` spreads a busy subject over several rows so that its writers do not queue.
create unlogged table rate_counters (
  subject text not null,
  window_start timestamptz not null,
  shard int not null,
  hits int not null,
  primary key (subject, window_start, shard)
);

-- Counts one hit and returns all hits of the present window, with the seconds until it ends.
create function door_count_hit(p_subject text, p_window_s int, p_shards int default 1)
returns table (hits bigint, reset_s int)
language sql volatile security definer
set search_path = pg_catalog, public
as $$
  with win as (
    select to_timestamp(floor(extract(epoch from now()) / p_window_s) * p_window_s) as start
  ), hit as (
    insert into rate_counters as r (subject, window_start, shard, hits)
    select p_subject, start, floor(random() * p_shards)::int, 1 from win
    on conflict (subject, window_start, shard) do update set hits = r.hits + 1
    returning r.hits, r.shard
  )
  select hit.hits + coalesce((
           select sum(r.hits) from rate_counters r, win
           where r.subject = p_subject and r.window_start = win.start and r.shard <> hit.shard
         ), 0),
         greatest(1, ceil(extract(epoch from win.start) + p_window_s - extract(epoch from now()))::int)
  from hit, win
$$;
revoke execute on function door_count_hit from public;
grant execute on function door_count_hit to tradesphere_app;

-- Counters of windows that have ended are of no use to anyone.
create function door_forget_hits()
returns void language sql volatile security definer
set search_path = pg_catalog, public
as $$ delete from rate_counters where window_start < now() - interval '2 hours' $$;
revoke execute on function door_forget_hits from public;
grant execute on function door_forget_hits to tradesphere_app;
