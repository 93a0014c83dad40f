-- As in 0013; of the many customers that may share an e-mail or phone it reads 50 in a fixed order and,
-- beyond those, whoever holds the key under the name asked about or the name of one of the 50: a new
-- customer's key must not collide with a holder that its writer was not shown.
create or replace function gather_lead(q jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
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
  asked_names constant text[] := array(select jsonb_array_elements_text(q -> 'name_keys'));
  names text[];
  heard_in jsonb;
  current_customer uuid;
  same_key uuid[];
  quoted boolean := false;
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

  same_key := array(
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'email' and k.value = any (emails)
      order by k.customer_id limit 50)
    union
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'phone' and k.value = any (phones)
      order by k.customer_id limit 50)
  );
  names := asked_names || array(
    select distinct split_part(k.name_key, '#', 1) from customer_matching_keys k
    where k.company_id = own and k.customer_id = any (same_key || current_customer || known)
  );
  same_key := same_key || array(
    select k.customer_id from customer_matching_keys k
    where k.company_id = own and k.name_key = any (names)
      and (k.kind = 'email' and k.value = any (emails) or k.kind = 'phone' and k.value = any (phones))
      and k.customer_id <> all (same_key)
  );
  if session is not null then
    quoted := exists (
      select from calculation_history h where h.company_id = own and h.session_id = session
    );
  end if;
  if quoted then
    perform from customers c
    where c.company_id = own and c.id = any (same_key) and c.stage = 'lead'
    order by c.id for no key update;
  end if;
  found := array(
    select unnest(same_key)
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
    'session_quoted', quoted,
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

-- As in 0006, for calls that are a minute old at least: a call under way is never closed.
create or replace function door_close_abandoned_attempts(p_older_than interval) returns int
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ select close_abandoned_ai_attempts(null, now() - greatest(p_older_than, interval '1 minute')) $$;

-- As in 0004, without the company's country, currency and facts: the widget's requests use none of them.
drop function door_site(text);
create function door_site(p_key text)
returns table (
  company_id uuid, company_name text,
  site_id uuid, site_name text, allowed_origins text[], accent text, "position" text,
  greeting text, locale text, starters text[], consent_text text
)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, c.name,
         s.id, s.name, s.allowed_origins, s.accent, s.position,
         s.greeting, s.locale, s.starters, s.consent_text
  from sites s join companies c on c.id = s.company_id
  where s.publishable_key = p_key and s.deleted_at is null and c.deleted_at is null
$$;
revoke execute on function door_site from public;
grant execute on function door_site to tradesphere_app;
