-- Who may see what. The runtime role owns nothing and cannot bypass row-level security; the owner is
-- under it too (FORCE) but for the tables that the named doors look through.

do $$ begin
  create role tradesphere_app login nosuperuser nobypassrls nocreatedb nocreaterole;
exception when duplicate_object or unique_violation then null;
end $$;

-- Every statement of ours filters by company and key: the generic plan is the right one at once, and
-- planning anew for each set of values costs more than running it.
alter role tradesphere_app set plan_cache_mode = force_generic_plan;

do $$ begin
  execute format('grant connect on database %I to tradesphere_app', current_database());
end $$;
grant usage on schema public to tradesphere_app;

-- Puts a tenant table under row-level security: the runtime role may read it, and do what `verbs` says;
-- what it may not do has no policy either. Soft-deleted rows are out of sight unless the transaction
-- says otherwise; a table without deleted_at has none to hide.
create function protect_tenant_table(
  target regclass, verbs text[], company_column text default 'company_id'
) returns void language plpgsql as $$
declare
  own text := format(
    '%I = nullif(current_setting(''app.company_id'', true), '''')::uuid', company_column);
  seen text := own;
begin
  if exists (select from pg_attribute where attrelid = target and attname = 'deleted_at') then
    seen := own || ' and (deleted_at is null'
      || ' or coalesce(current_setting(''app.deleted_visible'', true), '''') = ''on'')';
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select on %s to tradesphere_app', target);
  execute format('create policy tenant_read on %s for select using (%s)', target, seen);
  if 'insert' = any (verbs) then
    execute format('grant insert on %s to tradesphere_app', target);
    execute format('create policy tenant_insert on %s for insert with check (%s)', target, own);
  end if;
  if 'update' = any (verbs) then
    execute format('grant update on %s to tradesphere_app', target);
    execute format(
      'create policy tenant_update on %s for update using (%s) with check (%s)', target, seen, own);
  end if;
  if 'delete' = any (verbs) then
    execute format('grant delete on %s to tradesphere_app', target);
    execute format('create policy tenant_delete on %s for delete using (%s)', target, seen);
  end if;
end $$;
revoke execute on function protect_tenant_table from public;

select protect_tenant_table('companies', '{insert,update}', 'id');
select protect_tenant_table(name::regclass, '{insert,update}') from unnest(array[
  'sites', 'api_keys', 'visitors', 'chat_sessions', 'chat_messages', 'leads', 'customers',
  'ai_usage_log', 'ai_budgets', 'outbox'
]) as name;
-- Nobody but the row itself knows of these: they end by being deleted.
select protect_tenant_table(name::regclass, '{insert,update,delete}') from unnest(array[
  'memberships', 'user_sessions', 'customer_matching_keys'
]) as name;
-- NOTE: neither update nor delete: a timeline, an audit row, a price list's version and a quote are
-- facts.
select protect_tenant_table(name::regclass, '{insert}') from unnest(array[
  'customer_events', 'customer_audit_log', 'calculator_configs', 'calculation_history'
]) as name;

-- People are known to a company through their membership.
alter table users enable row level security;
alter table users force row level security;
create policy member_read on users for select
  using (exists (select from memberships where memberships.user_id = users.id));

-- A door (a SECURITY DEFINER function) runs as the owner and sees these tables across companies.
do $$
declare target text;
begin
  foreach target in array array[
    'companies', 'sites', 'users', 'memberships', 'user_sessions', 'api_keys', 'ai_usage_log',
    'ai_budgets'
  ] loop
    execute format(
      'create policy door on %I to current_user using (true) with check (true)', target);
  end loop;
end $$;

-- NOTE: password_hash is not readable by the runtime role: the log-in door hands out one person's.
grant select (id, email, name, created_at) on users to tradesphere_app;
grant select on model_prices to tradesphere_app;
grant usage on sequence outbox_seq_seq to tradesphere_app;
