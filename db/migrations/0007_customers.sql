-- Customers: how they are searched, how look-alikes are found, and the chain of the audit log.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;

-- Lower case without diacritics. unaccent() is only "stable" because its dictionary can be changed;
-- ours is the one that comes with the extension.
create function folded(value text) returns text
language sql immutable parallel safe strict
set search_path = pg_catalog, public
as $$ select lower(unaccent(value)) $$;

alter table customers
  add column search text generated always as (
    folded(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(address, ''))
  ) stored,
  -- Hashes of the keys that look-alikes are found by; the company is part of each.
  add column look_keys int[] not null default '{}';

create index customers_by_look_key on customers using gin (look_keys) with (fastupdate = off)
  where deleted_at is null;
create index customers_by_text on customers using gin (company_id, search gin_trgm_ops) with (fastupdate = off)
  where deleted_at is null;
create index customers_by_age on customers (company_id, created_at desc, id desc)
  where deleted_at is null;
create index customers_by_name on customers (company_id, folded(coalesce(name, '')), id)
  where deleted_at is null;

alter table customers
  add check (length(name) <= 200),
  add check (length(email) <= 254),
  add check (length(phone) <= 40),
  add check (length(address) <= 500),
  add check (length(notes) <= 4000);

-- The functions below read past the policies, since LIKE and && are not leakproof and would lose their
-- index under them. Each takes the company from the transaction and filters by it itself.
do $$
declare target text;
begin
  foreach target in array array['customers', 'customer_matching_keys', 'leads'] loop
    execute format('create policy door on %I for select to current_user using (true)', target);
  end loop;
end $$;

create function current_company() returns uuid language sql stable
set search_path = pg_catalog, public
as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;

-- Everything that a lead is decided from: the session's lead so far, its customer, and every customer
-- that shares an exact key, a near miss of one, or keys of a look-alike. Asks first for the locks of
-- the exact keys, in order: whoever names the same new person now waits until the first has committed.
-- NOTE: volatile on purpose; each statement in it then sees what was committed while it waited.
create function gather_lead(q jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, public
as $$
declare
  own constant uuid := current_company();
  held bigint;
  emails constant text[] := array(select jsonb_array_elements_text(q -> 'emails'));
  phones constant text[] := array(select jsonb_array_elements_text(q -> 'phones'));
  near_emails constant text[] := array(select jsonb_array_elements_text(q -> 'near_emails'));
  near_phones constant text[] := array(select jsonb_array_elements_text(q -> 'near_phones'));
  looks constant int[] := array(select jsonb_array_elements_text(q -> 'looks')::int);
  session constant uuid := (q ->> 'session_id')::uuid;
  known constant uuid := (q ->> 'customer_id')::uuid;
  heard_in jsonb;
  current_customer uuid;
  found uuid[];
begin
  if own is null then raise exception 'gather_lead: no company in this transaction'; end if;
  for held in
    select hashtextextended(own::text || key, 0) as key
    from unnest(
      array(select 'e:' || unnest(emails)) || array(select 'p:' || unnest(phones))
        || array(select 's:' || session where session is not null)
    ) as key order by 1
  loop
    perform pg_advisory_xact_lock(held);
  end loop;

  select to_jsonb(l) into heard_in from leads l
    where l.company_id = own and l.session_id = session;
  select s.customer_id into current_customer from chat_sessions s
    join customers c on c.company_id = own and c.id = s.customer_id and c.deleted_at is null
    where s.company_id = own and s.id = session;

  found := array(
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'email' and k.value = any (emails) limit 50)
    union
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'phone' and k.value = any (phones) limit 50)
    union
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'email' and k.value = any (near_emails) limit 20)
    union
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'phone' and k.value = any (near_phones) limit 20)
    union
    (select alike.id from unnest(looks) as look
      cross join lateral (
        select c.id from customers c
        where c.look_keys @> array[look] and c.company_id = own and c.deleted_at is null
        limit 100
      ) alike
      group by alike.id order by count(*) desc, alike.id limit 40)
  ) || current_customer || known;

  return jsonb_build_object(
    'lead', heard_in,
    'session_customer_id', current_customer,
    'candidates', coalesce((
      select jsonb_agg(
        to_jsonb(c) - 'search' - 'look_keys' - 'company_id' || jsonb_build_object('keys', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'kind', k.kind, 'value', k.value, 'name_key', k.name_key)), '[]')
          from customer_matching_keys k where k.company_id = own and k.customer_id = c.id
        ))
      )
      from customers c
      where c.company_id = own and c.id = any (found) and c.deleted_at is null
    ), '[]')
  );
end $$;
revoke execute on function gather_lead from public;
grant execute on function gather_lead to tradesphere_app;

-- The ids of a page of customers, in order, with the instant that the next page starts behind. Looks
-- through the first 1,000 of the order before it turns to the text index: what is common is found among
-- those at once, what is rare is few in the index. Either alone is slow for the other kind of word.
create function list_customer_ids(q jsonb)
returns table (id uuid, ord bigint, at text)
language plpgsql stable security definer rows 25
set search_path = pg_catalog, public
as $$
declare
  own constant uuid := current_company();
  way constant text := case when q ->> 'sort_order' = 'asc' then 'asc' else 'desc' end;
  sort constant text := case q ->> 'sort_by'
    when 'name' then 'folded(coalesce(c.name, ''''))'
    when 'created_at' then 'c.created_at'
    else 'c.last_activity_at' end;
  ordered constant text := format('order by %s %s, c.id %s', sort, way, way);
  page constant int := (q ->> 'limit')::int;
  place text := 'c.company_id = $1 and c.deleted_at is null';
  filter text := 'true';
  found uuid[];
  word text;
begin
  if own is null then raise exception 'list_customer_ids: no company in this transaction'; end if;
  if q ? 'after_id' then
    place := place || format(' and (%s, c.id) %s (%s, ($2 ->> ''after_id'')::uuid)',
      sort, case when way = 'asc' then '>' else '<' end,
      case when q ->> 'sort_by' = 'name'
        then '(select folded(coalesce(n.name, '''')) from customers n where n.company_id = $1'
          || ' and n.id = ($2 ->> ''after_id'')::uuid)'
        else '($2 ->> ''after_at'')::timestamptz' end);
  end if;
  if q ? 'stage' then filter := filter || ' and c.stage = $2 ->> ''stage'''; end if;
  if q ? 'tag' then filter := filter || ' and ($2 ->> ''tag'') = any (c.tags)'; end if;
  if q ? 'source' then filter := filter || ' and c.source = $2 ->> ''source'''; end if;
  if q ? 'has_email' then
    filter := filter || ' and (c.email is not null) = ($2 ->> ''has_email'')::boolean';
  end if;
  if q ? 'has_phone' then
    filter := filter || ' and (c.phone is not null) = ($2 ->> ''has_phone'')::boolean';
  end if;
  if q ? 'created_from' then
    filter := filter || ' and c.created_at >= ($2 ->> ''created_from'')::timestamptz';
  end if;
  if q ? 'created_to' then
    filter := filter || ' and c.created_at < ($2 ->> ''created_to'')::timestamptz';
  end if;
  for word in select jsonb_array_elements_text(q -> 'words') loop
    filter := filter || format(' and c.search like %L',
      '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%');
  end loop;

  execute format(
    'select array(select c.id from (select * from customers c where %s %s limit %s) c
       where %s %s limit $3)', place, ordered,
    case when filter = 'true' then page else 1000 end, filter, ordered)
    into found using own, q, page;
  if cardinality(found) < page and filter <> 'true' then
    execute format(
      'with alike as materialized (select * from customers c where %s and %s)
       select array(select c.id from alike c %s limit $3)', place, filter, ordered)
      into found using own, q, page;
  end if;
  return query
    select c.id, f.ord,
      to_char((case when q ->> 'sort_by' = 'last_activity_at' then c.last_activity_at
        else c.created_at end) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    from unnest(found) with ordinality as f (id, ord)
    join customers c on c.company_id = own and c.id = f.id;
end $$;
revoke execute on function list_customer_ids from public;
grant execute on function list_customer_ids to tradesphere_app;

-- What an audit row's hash covers: the hash before it and every column.
create function audit_hash(r customer_audit_log) returns text
language sql stable
set search_path = pg_catalog, public
as $$
  select encode(sha256(convert_to(jsonb_build_array(
    r.prev_hash, r.company_id, r.id, r.seq, r.customer_id, r.action, r.actor_type, r.actor_id,
    r.before, r.after, extract(epoch from r.created_at)
  )::text, 'UTF8')), 'hex')
$$;

-- Numbers and seals each audit row behind its company's last one, whatever the writer sent.
create function seal_audit_row() returns trigger
language plpgsql volatile
set search_path = pg_catalog, public
as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || new.company_id, 0));
  select seq, hash into last from customer_audit_log
    where company_id = new.company_id order by seq desc limit 1;
  new.created_at := clock_timestamp();
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, '');
  new.hash := audit_hash(new);
  return new;
end $$;
create trigger seal before insert on customer_audit_log
  for each row execute function seal_audit_row();

-- The number of the first audit row that was changed or whose neighbour is missing; null when the
-- company's chain is whole. NOTE: rows cut off at the end leave no mark; keep the last hash elsewhere.
create function find_broken_audit_row() returns bigint
language sql stable
set search_path = pg_catalog, public
as $$
  select min(seq) from (
    select r.seq, r.prev_hash, r.hash, audit_hash(r) as expected,
      row_number() over (order by r.seq) as place,
      lag(r.hash, 1, '') over (order by r.seq) as before
    from customer_audit_log r where r.company_id = current_company()
  ) chain
  where hash <> expected or prev_hash <> before or seq <> place
$$;
