-- The doors of log-in, session and API key: each is asked before a company is known.

-- Failed log-ins by SHA-256 of the e-mail address, whether or not anybody has it: a lock says nothing
-- about who has an account.
create table login_attempts (
  subject text primary key,
  failures int not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);

-- Seconds until the lock of a subject ends; null when it is not locked.
create function login_locked_for(p_subject text) returns int
language sql volatile
set search_path = pg_catalog, public
as $$
  select ceil(extract(epoch from locked_until - now()))::int
  from login_attempts where subject = p_subject and locked_until > now()
$$;
revoke execute on function login_locked_for from public;

-- Hands out one person's password hash for comparison and the company they log in to (their first).
-- Returns one row always, so that an unknown address takes the same way.
create function door_login(p_email text, p_subject text)
returns table (locked_for_s int, user_id uuid, password_hash text, company_id uuid)
language sql volatile security definer
set search_path = pg_catalog, public
as $$
  select login_locked_for(p_subject), u.id, u.password_hash, first.company_id
  from (select) as always
  left join users u on u.email = p_email
  left join lateral (
    select m.company_id from memberships m join companies c on c.id = m.company_id
    where m.user_id = u.id and c.deleted_at is null
    order by m.created_at, m.company_id limit 1
  ) as first on true
$$;

-- Counts a failure; the fifth within 15 minutes locks for 15 minutes. Returns the seconds left when the
-- subject was locked already: guesses that raced past door_login learn nothing after the fifth.
create function door_login_failed(p_subject text) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public
as $$
declare
  seen login_attempts;
  counted int;
begin
  insert into login_attempts as a (subject, failures, last_failed_at) values (p_subject, 0, now())
  on conflict (subject) do update set failures = a.failures
  returning a.* into seen;
  if seen.locked_until > now() then return login_locked_for(p_subject); end if;
  counted := case
    when seen.locked_until is not null or seen.last_failed_at < now() - interval '15 minutes' then 1
    else seen.failures + 1
  end;
  update login_attempts set
    failures = counted, last_failed_at = now(),
    locked_until = case when counted >= 5 then now() + interval '15 minutes' end
  where subject = p_subject;
  return null;
end $$;

-- Forgets the failures. Returns the seconds left when the subject is locked: then it was no success.
create function door_login_succeeded(p_subject text) returns int
language sql volatile security definer
set search_path = pg_catalog, public
as $$
  delete from login_attempts
  where subject = p_subject and (locked_until is null or locked_until <= now());
  select login_locked_for(p_subject);
$$;

-- People are not rows of a company, so the runtime role may not insert them. False when the address
-- is taken.
create function door_create_user(p_id uuid, p_email text, p_name text, p_password_hash text)
returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public
as $$
begin
  insert into users (id, email, name, password_hash) values (p_id, p_email, p_name, p_password_hash)
  on conflict (email) do nothing;
  return found;
end $$;

-- Who a session cookie speaks for. The hash of the cookie's token is all that is stored of it.
create function door_user_session(p_hash text)
returns table (
  user_id uuid, company_id uuid, expires_at timestamptz, name text, email text, role text
)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  select s.user_id, s.company_id, s.expires_at, u.name, u.email, m.role
  from user_sessions s
  join memberships m on m.company_id = s.company_id and m.user_id = s.user_id
  join users u on u.id = s.user_id
  join companies c on c.id = s.company_id
  where s.id = p_hash and c.deleted_at is null
$$;

-- Whoever holds a session's token may prolong and end it.
create function door_extend_session(p_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, public
as $$ update user_sessions set expires_at = p_expires_at where id = p_hash $$;

create function door_end_session(p_hash text) returns void
language sql volatile security definer
set search_path = pg_catalog, public
as $$ delete from user_sessions where id = p_hash $$;

create function door_end_sessions_of(p_user uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, public
as $$ delete from user_sessions where user_id = p_user $$;

-- Sessions and failed log-ins whose time is over.
create function door_forget_sessions() returns void
language sql volatile security definer
set search_path = pg_catalog, public
as $$
  delete from user_sessions where expires_at < now();
  delete from login_attempts
  where last_failed_at < now() - interval '1 hour' and coalesce(locked_until, '-infinity') < now();
$$;

-- Who an API key speaks for, counted as one call of its minute. Its last use is noted once a minute at
-- most, so that a busy key does not write its row at every call.
create function door_api_key(p_hash text)
returns table (company_id uuid, id uuid, scopes jsonb, hits bigint, reset_s int)
language sql volatile security definer
set search_path = pg_catalog, public
as $$
  with found as (
    select k.company_id, k.id, k.scopes
    from api_keys k join companies c on c.id = k.company_id
    where k.key_hash = p_hash and k.revoked_at is null and c.deleted_at is null
  ), touched as (
    update api_keys k set last_used_at = now() from found f
    where k.company_id = f.company_id and k.id = f.id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
  )
  select f.company_id, f.id, to_jsonb(f.scopes), h.hits, h.reset_s
  from found f cross join lateral door_count_hit('calls-per-key:' || f.id, 60, 8) h
$$;

do $$
declare door regprocedure;
begin
  foreach door in array array[
    'door_login(text, text)', 'door_login_failed(text)', 'door_login_succeeded(text)',
    'door_create_user(uuid, text, text, text)', 'door_user_session(text)',
    'door_extend_session(text, timestamptz)', 'door_end_session(text)', 'door_end_sessions_of(uuid)',
    'door_forget_sessions()', 'door_api_key(text)'
  ]::regprocedure[] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to tradesphere_app', door);
  end loop;
end $$;
