-- Log-in: throttles by account and network that a known device passes, a company's owner without a way to
-- make anybody else a member, sessions that end after 90 days. API keys with parents and expiry. The
-- company's log of security events.

-- Devices that a person has logged in from, by SHA-256 of the device cookie's token.
create table known_devices (
  token_hash text not null,
  user_id uuid not null references users (id) on delete cascade,
  last_used_at timestamptz default now() not null,
  primary key (token_hash, user_id)
);
create index known_devices_by_user on known_devices (user_id, last_used_at);

drop function door_login(text, text);
drop function door_login_failed(text);
drop function door_login_succeeded(text);
drop function login_locked_for(text);
delete from login_attempts;

-- Which counters a log-in is measured by: an account on a device that it knows, while that has not failed
-- ten times; otherwise the account from the network, and the account from all unknown devices together.
-- The keys are hashed: whether an account exists makes no difference.
create function log_in_counters(p_email text, p_network text, p_device text)
returns table (subject text, failures_max int, window_length interval)
language sql volatile
set search_path = pg_catalog, public, pg_temp
as $$
  with device as (
    select 'device:' || encode(sha256(convert_to(p_email || '|' || p_device, 'utf8')), 'hex') as key
    where exists (
      select from known_devices d join users u on u.id = d.user_id
      where d.token_hash = p_device and u.email = p_email
        and d.last_used_at > now() - interval '180 days')
  ), usable as (
    select d.key from device d where not exists (
      select from login_attempts a where a.subject = d.key and a.locked_until > now())
  )
  select u.key, 10, interval '15 minutes' from usable u
  union all
  select c.key, c.failures_max, c.window_length
  from (values
    ('account-network:' || encode(sha256(convert_to(p_email || '|' || p_network, 'utf8')), 'hex'),
      5, interval '15 minutes'),
    ('account:' || encode(sha256(convert_to(p_email, 'utf8')), 'hex'), 50, interval '1 hour')
  ) as c (key, failures_max, window_length)
  where not exists (select from usable)
$$;
revoke execute on function log_in_counters from public;

-- Seconds until the last of the counters lets a log-in through; null when all of them do.
create function log_in_throttled_for(p_email text, p_network text, p_device text) returns int
language sql volatile
set search_path = pg_catalog, public, pg_temp
as $$
  select max(ceil(extract(epoch from a.locked_until - now()))::int)
  from log_in_counters(p_email, p_network, p_device) c join login_attempts a using (subject)
  where a.locked_until > now()
$$;
revoke execute on function log_in_throttled_for from public;

-- One person's password hash for comparison and the company they log in to (their first). Returns one row
-- always, so that an unknown address takes the same way.
create function begin_log_in(p_email text, p_network text, p_device text)
returns table (
  throttled_s int, known_device boolean, user_id uuid, password_hash text, company_id uuid
)
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select log_in_throttled_for(p_email, p_network, p_device),
    exists (select from log_in_counters(p_email, p_network, p_device) c where c.subject like 'device:%'),
    u.id, u.password_hash, first.company_id
  from (select) as always
  left join users u on u.email = p_email
  left join lateral (
    select m.company_id from memberships m join companies c on c.id = m.company_id
    where m.user_id = u.id and c.deleted_at is null
    order by m.created_at, m.company_id limit 1
  ) as first on true
$$;

-- Counts a failure. Returns the seconds left when the log-in was throttled already: guesses that raced past
-- begin_log_in learn nothing beyond the limit.
create function fail_log_in(p_email text, p_network text, p_device text) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  counter record;
  seen login_attempts;
  counted int;
  left_s int;
begin
  perform from login_attempts a
  where a.subject in (select c.subject from log_in_counters(p_email, p_network, p_device) c)
  order by a.subject for update;
  left_s := log_in_throttled_for(p_email, p_network, p_device);
  if left_s is not null then return left_s; end if;
  for counter in select * from log_in_counters(p_email, p_network, p_device) order by subject loop
    insert into login_attempts as a (subject, failures, last_failed_at) values (counter.subject, 0, now())
    on conflict (subject) do update set failures = a.failures
    returning a.* into seen;
    if seen.locked_until > now() then
      return ceil(extract(epoch from seen.locked_until - now()))::int;
    end if;
    counted := case
      when seen.locked_until is not null or seen.last_failed_at < now() - counter.window_length then 1
      else seen.failures + 1
    end;
    update login_attempts set
      failures = counted, last_failed_at = now(),
      locked_until = case when counted >= counter.failures_max then now() + counter.window_length end
    where subject = counter.subject;
  end loop;
  return null;
end $$;

-- Clears the failures of the device, or of the account in the network; those of all unknown devices stay.
-- Returns the seconds left when the log-in is throttled: then it was no success.
create function complete_log_in(p_email text, p_network text, p_device text) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare left_s int := log_in_throttled_for(p_email, p_network, p_device);
begin
  if left_s is not null then return left_s; end if;
  delete from login_attempts a
  where a.subject in (
    select c.subject from log_in_counters(p_email, p_network, p_device) c
    where c.subject not like 'account:%');
  return null;
end $$;

-- Gives a device a new token after a log-in, for everybody who has logged in there. A person has at most 20.
create function remember_device(p_user uuid, p_old text, p_new text) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  update known_devices set token_hash = p_new where token_hash = p_old;
  insert into known_devices (token_hash, user_id) values (p_new, p_user)
  on conflict (token_hash, user_id) do update set last_used_at = now();
  delete from known_devices where user_id = p_user and token_hash in (
    select token_hash from known_devices where user_id = p_user
    order by last_used_at desc offset 20);
$$;

-- The company's first member. NOTE: neither insert nor update is granted on memberships: naming a user of
-- another company there would show their name and address, and could take over their next log-in.
drop function door_create_user(uuid, text, text, text);
create function create_company_owner(p_id uuid, p_email text, p_name text, p_password_hash text)
returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare own constant uuid := current_company();
begin
  if own is null then raise exception 'create_company_owner: no company in this transaction'; end if;
  if exists (select from memberships where company_id = own) then
    raise exception 'create_company_owner: the company has members';
  end if;
  insert into users (id, email, name, password_hash) values (p_id, p_email, p_name, p_password_hash)
  on conflict (email) do nothing;
  if not found then return false; end if;
  insert into memberships (company_id, user_id, role) values (own, p_id, 'owner');
  return true;
end $$;
revoke insert, update on memberships from tradesphere_app;
drop policy tenant_insert on memberships;
drop policy tenant_update on memberships;

-- A session ends 30 days after its last use, and 90 days after its log-in.
create or replace function door_extend_session(p_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  update user_sessions set expires_at = least(p_expires_at, created_at + interval '90 days')
  where id = p_hash
$$;
drop function door_end_sessions_of(uuid);

create or replace function door_forget_sessions() returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  delete from user_sessions where expires_at < now();
  delete from login_attempts
  where last_failed_at < now() - interval '1 hour' and coalesce(locked_until, '-infinity') < now();
  delete from known_devices where last_used_at < now() - interval '180 days';
$$;

-- A key that was made with another key: `parent_id` is that one, and it ends with it.
alter table api_keys
  add column expires_at timestamptz,
  add column parent_id uuid,
  add foreign key (company_id, parent_id) references api_keys (company_id, id);
create index api_keys_by_parent on api_keys (company_id, parent_id) where parent_id is not null;

create or replace function door_api_key(p_hash text)
returns table (company_id uuid, id uuid, scopes jsonb, hits bigint, reset_s int)
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  with found as (
    select k.company_id, k.id, k.scopes
    from api_keys k join companies c on c.id = k.company_id
    where k.key_hash = p_hash and k.revoked_at is null and c.deleted_at is null
      and (k.expires_at is null or k.expires_at > now())
  ), touched as (
    update api_keys k set last_used_at = now() from found f
    where k.company_id = f.company_id and k.id = f.id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
  )
  select f.company_id, f.id, to_jsonb(f.scopes), h.hits, h.reset_s
  from found f cross join lateral door_count_hit('calls-per-key:' || f.id, 60, 8) h
$$;

-- Whose key it was that is revoked or expired.
create function find_rejected_api_key(p_hash text) returns table (company_id uuid, id uuid)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select k.company_id, k.id from api_keys k join companies c on c.id = k.company_id
  where k.key_hash = p_hash and c.deleted_at is null
    and (k.revoked_at is not null or k.expires_at <= now())
$$;

-- What the actor might do when the answer was kept: it is not given to one who may do less now.
alter table idempotency_keys add column permissions text[] default '{}' not null;
drop function claim_idempotency_key(uuid, text, text, text);
create function claim_idempotency_key(
  p_id uuid, p_actor text, p_key text, p_fingerprint text, p_permissions text[]
) returns jsonb
language plpgsql volatile as $$
declare held idempotency_keys;
begin
  insert into idempotency_keys as k (company_id, id, actor, key, fingerprint, permissions)
  values (this_company(), p_id, p_actor, p_key, p_fingerprint, p_permissions)
  on conflict (company_id, actor, key) do update set
    id = excluded.id, fingerprint = excluded.fingerprint, permissions = excluded.permissions,
    claimed_at = now(), fulfilled_at = null, made = null, status = null, body = null
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

-- NOTE: neither update nor delete is granted: a company cannot change what happened.
create table security_events (
  company_id uuid not null references companies (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  actor_type text check (actor_type in ('user', 'api_key')),
  actor_id uuid,
  target_type text check (target_type in ('user', 'api_key')),
  target_id uuid,
  network text not null check (length(network) <= 60),
  detail text check (length(detail) <= 200),
  request_id text not null,
  created_at timestamptz default now() not null,
  primary key (company_id, id)
);
create index security_events_by_kind on security_events (company_id, kind, id);
create index security_events_by_age on security_events (created_at);
select protect_tenant_table('security_events', '{insert}');
create policy door on security_events to current_user using (true) with check (true);

create function delete_old_security_events() returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ delete from security_events where created_at < now() - interval '180 days' $$;

do $$
declare named regprocedure;
begin
  foreach named in array array[
    'begin_log_in(text, text, text)', 'fail_log_in(text, text, text)',
    'complete_log_in(text, text, text)', 'remember_device(uuid, text, text)',
    'create_company_owner(uuid, text, text, text)', 'find_rejected_api_key(text)',
    'delete_old_security_events()'
  ]::regprocedure[] loop
    execute format('revoke execute on function %s from public', named);
    execute format('grant execute on function %s to tradesphere_app', named);
  end loop;
end $$;
