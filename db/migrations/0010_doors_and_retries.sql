-- What a temporary table or function of the same name could do to a function that runs as the owner, or
-- to a trigger: a pinned path that does not name pg_temp has it first.
do $$
declare pinned regprocedure;
begin
  for pinned in
    select p.oid from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and p.proconfig @> array['search_path=pg_catalog, public']
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', pinned);
  end loop;
end $$;

-- Keys and leads are looked up by equality, which is leakproof: their tenant policies cost no index.
drop policy door on customer_matching_keys;
drop policy door on leads;

-- What was done under an Idempotency-Key, and what was answered: kept for 24 hours. `id` is the request
-- that holds the key; it is another one after a take-over.
create table idempotency_keys (
  company_id uuid not null references companies (id) on delete cascade,
  id uuid not null,
  actor text not null,
  key text not null check (key ~ '^[!-~]{1,255}$'),
  fingerprint text not null,
  claimed_at timestamptz default now() not null,
  fulfilled_at timestamptz,
  made uuid,
  status int,
  body text,
  primary key (company_id, id)
);
create unique index idempotency_keys_of_actor on idempotency_keys (company_id, actor, key);
create index idempotency_keys_by_age on idempotency_keys (claimed_at);
select protect_tenant_table('idempotency_keys', '{insert,update,delete}');
create policy door on idempotency_keys to current_user using (true) with check (true);

-- Takes a key for a request, or says who has it. A key is free when its 24 hours are over, and for the
-- same request again when whoever held it has done nothing and said nothing for five minutes.
create function claim_idempotency_key(p_id uuid, p_actor text, p_key text, p_fingerprint text)
returns jsonb
language plpgsql volatile as $$
declare held idempotency_keys;
begin
  insert into idempotency_keys as k (company_id, id, actor, key, fingerprint)
  values (this_company(), p_id, p_actor, p_key, p_fingerprint)
  on conflict (company_id, actor, key) do update set
    id = excluded.id, fingerprint = excluded.fingerprint, claimed_at = now(),
    fulfilled_at = null, made = null, status = null, body = null
  where k.claimed_at < now() - interval '24 hours'
    or (k.claimed_at < now() - interval '5 minutes' and k.fingerprint = excluded.fingerprint
      and k.fulfilled_at is null and k.status is null)
  returning k.* into held;
  if not found then
    select * into held from idempotency_keys k
    where k.company_id = this_company() and k.actor = p_actor and k.key = p_key;
  end if;
  return to_jsonb(held);
end $$;

-- Says within a request's own transaction that it has done what was asked. A request whose key was
-- taken over meanwhile fails here, and with it all that it did.
create function fulfil_idempotency_key(p_id uuid, p_made uuid) returns void
language plpgsql volatile as $$
begin
  update idempotency_keys set fulfilled_at = now(), made = p_made
  where company_id = this_company() and id = p_id;
  if not found then raise exception 'idempotency key: taken over by another request'; end if;
end $$;

-- The cron's door.
create function door_forget_idempotency_keys() returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ delete from idempotency_keys where claimed_at < now() - interval '24 hours' $$;
revoke execute on function door_forget_idempotency_keys from public;
grant execute on function door_forget_idempotency_keys to tradesphere_app;
