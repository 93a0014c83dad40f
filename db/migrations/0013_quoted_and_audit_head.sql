-- As in 0007; also tells whether the conversation has quotes, since a lead with quotes is no mere lead.
-- Then the customers that it may land on are locked, so that the stage told here is the one that the
-- writer moves.
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
      where k.company_id = own and k.kind = 'email' and k.value = any (emails) limit 50)
    union
    (select k.customer_id from customer_matching_keys k
      where k.company_id = own and k.kind = 'phone' and k.value = any (phones) limit 50)
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

-- How far each company's audit log has come. Rows cut off at its end are missed by this. Written by the
-- seal alone: the runtime role may read it.
create table audit_heads (
  company_id uuid primary key references companies (id) on delete cascade,
  seq bigint default 0 not null,
  hash text default '' not null
) with (fillfactor = 50);
select protect_tenant_table('audit_heads', '{}');
create policy door on audit_heads to current_user using (true) with check (true);

-- The owner, too, sees no company's rows while the log's policies are forced.
alter table customer_audit_log no force row level security;
insert into audit_heads (company_id, seq, hash)
select distinct on (company_id) company_id, seq, hash from customer_audit_log
order by company_id, seq desc;
alter table customer_audit_log force row level security;

-- As in 0007, behind the head: what was cut off is not numbered anew. Runs as the owner, who alone writes
-- the head. NOTE: nobody else may execute it, or it could be the trigger of a table of theirs.
create or replace function seal_audit_row() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare head audit_heads;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || new.company_id, 0));
  select * into head from audit_heads where company_id = new.company_id;
  new.created_at := clock_timestamp();
  new.seq := coalesce(head.seq, 0) + 1;
  new.prev_hash := coalesce(head.hash, '');
  new.hash := audit_hash(new);
  insert into audit_heads (company_id, seq, hash) values (new.company_id, new.seq, new.hash)
  on conflict (company_id) do update set seq = excluded.seq, hash = excluded.hash;
  return new;
end $$;
revoke execute on function seal_audit_row from public;

-- The number of the first audit row that was changed, or is missing, the end of the log included; null
-- when the company's chain is whole.
create or replace function find_broken_audit_row() returns bigint
language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
  with chain as (
    select r.seq, r.prev_hash, r.hash, audit_hash(r) as expected,
      row_number() over (order by r.seq) as place,
      lag(r.hash, 1, '') over (order by r.seq) as before
    from customer_audit_log r where r.company_id = current_company()
  ), ends as (
    select coalesce(max(c.seq), 0) as seq, coalesce((array_agg(c.hash order by c.seq desc))[1], '') as hash,
      coalesce((select h.seq from audit_heads h where h.company_id = current_company()), 0) as head_seq,
      coalesce((select h.hash from audit_heads h where h.company_id = current_company()), '') as head_hash
    from chain c
  )
  select least(
    (select min(seq) from chain where hash <> expected or prev_hash <> before or seq <> place),
    (select case
      when seq <> head_seq then least(seq, head_seq) + 1
      when hash <> head_hash then seq
    end from ends)
  )
$$;
